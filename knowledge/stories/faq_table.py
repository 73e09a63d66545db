"""Reads tables of questions and answers: CSV, TSV and JSON Lines."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from knowledge.errors import InvalidStory, UnreadableInput
from knowledge.model.story import FaqEntry, Story
from knowledge.stories.faq_pairs import Pair, entries_of
from knowledge.stories.plain_text import holds_half_characters, plain
from knowledge.stories.slug import slug_of
from knowledge.stories.story_language import main_language

_DELIMITERS = "\t;,|"
_QUESTION_NAMES = re.compile(
    r"(?:questions?|q|asks?|phrasings?|variants?|utterances?|(?:за)?питання|варіанти?|формулювання|вопросы?|варианты?)"
    r"(?:[ _-]?\d+)?"
)
_ANSWER_NAMES = re.compile(r"(?:answers?|a|repl(?:y|ies)|responses?|відповід[ьі]|ответы?)")
_SAMPLE_ROWS = 50


def read_delimited(text: str, *, name: str) -> tuple[Story, str]:
    """The story that a CSV or TSV text holds, and which of the two it is; its title is the file's name.

    A first row that names its columns (question, answer; in English, Ukrainian or Russian) tells which is which, and
    further columns of questions hold phrasings; otherwise the first column asks and the second answers.
    Raises UnreadableInput where there are no two columns, InvalidStory for half a pair or two answers to one question.
    """
    delimiter = delimiter_of(text)
    if delimiter is None:
        raise UnreadableInput("There are no two columns, so this is no table of questions and answers.")
    try:
        pairs = list(_row_pairs(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        raise UnreadableInput(f"This is no readable table: {error}.") from error
    return _story(pairs, name), "TSV" if delimiter == "\t" else "CSV"


def read_json_lines(text: str, *, name: str) -> Story:
    """The story that JSON Lines hold, each `{"question" | "questions" | "asks": …, "answer": …}`; other keys are left.

    Raises UnreadableInput for a line that is no such object, InvalidStory for half a pair or two answers to one
    question.
    """
    if text.lstrip().startswith("["):
        return _story(list(_list_pairs(text)), name)
    return _story(list(_line_pairs(text)), name)


def delimiter_of(text: str) -> str | None:
    """The character that cuts the first rows into the same number of columns, at least two; None where none does."""
    sample = text[:100_000]
    best: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        try:
            reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
            rows = [row for row in islice(reader, _SAMPLE_ROWS) if any(cell.strip() for cell in row)]
        except csv.Error:
            continue
        if len(text) > len(sample) and len(rows) > 1:
            rows.pop()  # cut off in its middle
        if not rows or len(rows[0]) < 2:
            continue
        if _columns(rows[0]) is not None:
            return delimiter
        even = sum(len(row) == len(rows[0]) for row in rows)
        if even * 10 >= len(rows) * 9 and (best is None or even > best[0]):
            best = even, delimiter
    return best[1] if best else None


def holds_questions(text: str) -> bool:
    """Whether `text`, not known to be a table, is one: columns with names, or just two with questions in the first."""
    delimiter = delimiter_of(text)
    if delimiter is None:
        return False
    try:
        rows = list(islice(csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter), _SAMPLE_ROWS))
    except csv.Error:
        return False
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if _columns(rows[0]) is not None:
        return True
    asking = sum(row[0].strip().endswith("?") for row in rows)
    return len(rows) > 1 and asking * 2 > len(rows) and all(len(row) == 2 for row in rows)


def _columns(header: Sequence[str]) -> tuple[list[int], int] | None:
    """Which columns hold questions and which one the answer, if `header` names them."""
    names = [plain(cell).casefold() for cell in header]
    asking = [at for at, name in enumerate(names) if _QUESTION_NAMES.fullmatch(name)]
    answering = [at for at, name in enumerate(names) if _ANSWER_NAMES.fullmatch(name)]
    return (asking, answering[0]) if asking and answering else None


def _row_pairs(reader: Iterator[list[str]]) -> Iterator[Pair]:
    columns: tuple[list[int], int] | None = None
    for number, row in enumerate(reader, start=1):
        if not any(cell.strip() for cell in row):
            continue
        if columns is None:
            columns = _columns(row)
            if columns is not None:
                continue
            columns = [0], 1
        asking, answering = columns
        cells = [plain(cell) for cell in row]
        answer = cells[answering] if answering < len(cells) else ""
        questions = [cells[at] for at in asking if at < len(cells) and cells[at]]
        for question in questions or [""]:
            yield Pair(question, answer, f"row {number}")


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, strict=True)

    question: str | None = None
    questions: list[str] = []
    asks: list[str] = []
    answer: str | None = None


def _line_pairs(text: str) -> Iterator[Pair]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            read = _Line.model_validate_json(line)
        except ValidationError as error:
            raise UnreadableInput(f"Line {number} is no question with its answer: {_mistake(error)}.") from error
        yield from _line_as_pairs(read, f"line {number}")


def _list_pairs(text: str) -> Iterator[Pair]:
    try:
        listed = TypeAdapter(list[_Line]).validate_json(text)
    except ValidationError as error:
        raise UnreadableInput(f"This is no list of questions with their answers: {_mistake(error)}.") from error
    for number, read in enumerate(listed, start=1):
        yield from _line_as_pairs(read, f"entry {number}")


def _line_as_pairs(read: _Line, place: str) -> Iterator[Pair]:
    given = [read.question] if read.question else []
    for question in [plain(text) for text in (*given, *read.questions, *read.asks)] or [""]:
        yield Pair(question, plain(read.answer or ""), place)


def _mistake(error: ValidationError) -> str:
    mistake = error.errors(include_url=False, include_input=False, include_context=False)[0]
    key = ".".join(map(str, mistake["loc"]))
    return f"`{key}`: {mistake['msg']}" if key else mistake["msg"]


def _story(pairs: list[Pair], name: str) -> Story:
    if not pairs:
        raise UnreadableInput("The table holds no questions.")
    if any(holds_half_characters(pair.question) or holds_half_characters(pair.answer) for pair in pairs):
        raise InvalidStory("The table holds half a character (a lone surrogate); save it again as UTF-8.")
    if not any(pair.answer and pair.question for pair in pairs):
        raise UnreadableInput("The table holds no question with an answer.")
    entries: tuple[FaqEntry, ...] = entries_of(pairs, gather=True)
    title = plain(re.sub(r"[_-]+", " ", name)) or "FAQ"
    sample = " ".join(f"{pair.question} {pair.answer}" for pair in pairs[:200])
    return Story(slug=slug_of(title), language=main_language(sample), title=title, faq=entries)
