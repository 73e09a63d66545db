"""One line of `storyline ask --batch`."""

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.errors import UnreadableInput
from knowledge.model.answer import Turn


class BatchTurn(BaseModel):
    """An earlier turn; `story` and `unit` say what answered it, where that is known."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    question: str
    story: str | None = None
    unit: str | None = None


class BatchRow(BaseModel):
    """A question to answer; fields that only a judge needs (`expect`, `answers`, …) are passed over."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str | int | None = None
    question: str
    context: tuple[str | BatchTurn, ...] = ()
    story: str | None = None
    language: str | None = None

    def turns(self) -> tuple[Turn, ...]:
        """The context as turns, oldest first."""
        return tuple(
            Turn(turn) if isinstance(turn, str) else Turn(turn.question, turn.story, turn.unit) for turn in self.context
        )


def read_batch_row(line: str, number: int) -> BatchRow:
    """The row of line `number` (from 1). Raises UnreadableInput with one sentence."""
    try:
        return BatchRow.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the line"
        raise UnreadableInput(f"Line {number} is no question to answer: {place}: {first['msg']}.") from None
