"""A question whose right answer is known, as a line of JSON."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import UnreadableInput
from knowledge.language.detect import language_of
from knowledge.model.answer import Question, Turn
from knowledge.model.status import Status


class RowShape(BaseModel):
    """One line of the file; fields that are not named here are passed over."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str | int | None = None
    question: str = Field(min_length=1)
    expect: Status
    answers: tuple[str, ...] = ()
    story: str | None = None
    post: str | None = None
    language: str | None = None
    kind: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A question to judge by: where `expect` is an answer, any one of `answers` must stand in what is replied.

    `id` is unique in a run. `place` names the file and line, for complaints.
    """

    id: str
    question: Question
    expect: Status
    answers: tuple[str, ...]
    kind: str
    language: str  # of the question: "en", "uk", "ru"; "?" where it cannot be told
    place: str


class RowReader:
    """Reads rows; knows which story they are to be asked of.

    `story` overrides what the rows say; `posts` has the slug that each loaded file's story got, by the file's name.
    """

    def __init__(self, story: str | None = None, posts: Mapping[str, str] | None = None) -> None:
        self._story = story
        self._posts = posts or {}

    def read(self, lines: Iterable[str], file: str) -> list[Row]:
        """The rows of one JSON Lines file. Raises UnreadableInput naming file and line."""
        rows = [
            self._row(read_shape(line, place), number, place)
            for number, line in enumerate(lines, start=1)
            if line.strip() and (place := f"Line {number} of {file}")
        ]
        if not rows:
            raise UnreadableInput(f"{file} holds no questions.")
        return rows

    def _row(self, shape: RowShape, number: int, place: str) -> Row:
        slug = self._slug(shape, place)
        question = Question(
            shape.question,
            language=shape.language if shape.language in ("en", "uk") else None,
            story=slug,
            only_story=slug is not None,
            context=tuple(Turn(turn) for turn in shape.context),
        )
        return Row(
            id=str(shape.id if shape.id is not None else number),
            question=question,
            expect=shape.expect,
            answers=shape.answers,
            kind=shape.kind or shape.expect.value,
            language=shape.language or language_of(shape.question, "?"),
            place=place,
        )

    def _slug(self, shape: RowShape, place: str) -> str | None:
        """The story that a row is asked of; None for all of them."""
        if self._story:
            return self._story
        if shape.post is None:
            return shape.story
        slug = self._posts.get(shape.post) or shape.story
        if slug is None:
            raise UnreadableInput(f"{place} asks about {shape.post}, which was not loaded: name it after --load.")
        return slug


def read_shape(line: str, place: str) -> RowShape:
    """One line of JSON; raises UnreadableInput saying what is wrong with it, never quoting it."""
    try:
        shape = RowShape.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the line"
        raise UnreadableInput(f"{place} is no row to judge by: {field}: {first['msg']}.") from None
    if shape.expect is Status.ANSWER and not shape.answers:
        raise UnreadableInput(f"{place} expects an answer; `answers` must say what a right one holds.")
    if not all(answer.strip() for answer in shape.answers):
        raise UnreadableInput(f"{place} has an empty string among its `answers`: every reply would be right.")
    return shape


def with_unique_ids(rows: Iterable[Row]) -> list[Row]:
    """The rows, a second one of the same id called “id (2)”, so that two runs can be compared row by row."""
    seen: Counter[str] = Counter()
    unique = []
    for row in rows:
        seen[row.id] += 1
        unique.append(row if seen[row.id] == 1 else replace(row, id=f"{row.id} ({seen[row.id]})"))
    return unique
