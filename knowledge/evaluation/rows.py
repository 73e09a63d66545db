"""A question whose right answer is known, as a line of JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.errors import UnreadableInput
from knowledge.model.answer import Question, Turn


class Expected(StrEnum):
    """What a right reply is; a refusal is right as a hedge too, and the other way round."""

    ANSWER = "answer"
    HEDGE = "hedge"
    REFUSE = "refuse"
    CLARIFY = "clarify"
    SMALLTALK = "smalltalk"


class RowShape(BaseModel):
    """One line of the file; other fields are passed over."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str | int | None = None
    question: str
    expect: Expected
    answers: tuple[str, ...] = ()
    story: str | None = None
    language: str | None = None
    kind: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A question to judge by: for `expect` answer, any one of `answers` must stand in the quoted evidence."""

    id: str
    question: Question
    expect: Expected
    answers: tuple[str, ...]
    kind: str
    language: str


def read_rows(lines: Iterable[str], story: str | None = None) -> list[Row]:
    """The rows of a JSON Lines file; `story` overrides the rows' own. Raises UnreadableInput naming the line."""
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            shape = RowShape.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "the line"
            raise UnreadableInput(f"Line {number} is no row to judge by: {place}: {first['msg']}.") from None
        rows.append(row_of(shape, number, story))
    if not rows:
        raise UnreadableInput("The file holds no questions.")
    return rows


def row_of(shape: RowShape, number: int, story: str | None) -> Row:
    """The row of line `number`."""
    slug = story or shape.story
    interface = shape.language if shape.language in ("en", "uk") else None
    question = Question(
        shape.question,
        language=interface,
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
        language=shape.language or "?",
    )
