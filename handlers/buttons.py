"""What a button says when it is tapped: typed, at most 64 bytes, and nothing at all where it was forged."""

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from knowledge.model.feedback import Reason, Verdict

Reference = Annotated[str, StringConstraints(pattern=r"^[a-v0-9]{8}$")]
UnitKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]
Place = Annotated[int, Field(ge=0, le=999_999)]

AlertStep = Literal[
    "start",
    "stop",
    "fewer",
    "back",
    "menu",
    "pause",
    "cadence",
    "hour",
    "quiet",
    "zone",
    "silent",
    "follows",
    "unfollow",
]
DeskStep = Literal["open", "letters", "retry", "items", "withdraw", "sure"]


@dataclass(frozen=True, slots=True)
class ShowUnit:
    """A question under an answer: shows the passage `unit` as a new message."""

    code: ClassVar[str] = "u"
    story: Reference
    unit: UnitKey


@dataclass(frozen=True, slots=True)
class ChooseUnit:
    """One of the choices after "which do you mean": turns the same message into the answer."""

    code: ClassVar[str] = "c"
    story: Reference
    unit: UnitKey


@dataclass(frozen=True, slots=True)
class NoneOfThese:
    """The last choice after "which do you mean"."""

    code: ClassVar[str] = "n"


@dataclass(frozen=True, slots=True)
class FaqPage:
    """A page of a story's questions, from 0."""

    code: ClassVar[str] = "f"
    story: Reference
    page: Place


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A part of a story, from 0."""

    code: ClassVar[str] = "p"
    story: Reference
    part: Place


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """A page of the list of stories, from 0."""

    code: ClassVar[str] = "l"
    page: Place


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story out of a list."""

    code: ClassVar[str] = "o"
    story: Reference


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """An interface language: "en", "uk", or "auto" for Telegram's."""

    code: ClassVar[str] = "g"
    language: Literal["en", "uk", "auto"]


@dataclass(frozen=True, slots=True)
class Vote:
    """A thumb under an answer."""

    code: ClassVar[str] = "v"
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class BadBecause:
    """The reason for a thumb down."""

    code: ClassVar[str] = "w"
    reason: Reason


@dataclass(frozen=True, slots=True)
class AskEditors:
    """Passes the question on to the editors."""

    code: ClassVar[str] = "e"


@dataclass(frozen=True, slots=True)
class Forget:
    """The answer to "forget everything?"."""

    code: ClassVar[str] = "x"
    sure: Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Menu:
    """An entry of the menu: "faq", "story", "stories"."""

    code: ClassVar[str] = "m"
    entry: Literal["faq", "story", "stories"]


@dataclass(frozen=True, slots=True)
class Alerts:
    """A choice about alerts; `step` names the screen or the setting, `value` what it is set to."""

    code: ClassVar[str] = "a"
    step: AlertStep
    value: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_/+-]{0,40}$")] = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an editor does at the desk; `number` is a dead letter's or an item's."""

    code: ClassVar[str] = "d"
    step: DeskStep
    number: Place = 0


Action = (
    ShowUnit
    | ChooseUnit
    | NoneOfThese
    | FaqPage
    | StoryPart
    | StoriesPage
    | OpenStory
    | SetLanguage
    | Vote
    | BadBecause
    | AskEditors
    | Forget
    | Menu
    | Alerts
    | Desk
)
ACTIONS: tuple[type[Action], ...] = Action.__args__
PATTERN = re.compile(f"^[{''.join(kind.code for kind in ACTIONS)}](:|$)")


def pack(action: Action) -> str:
    """`action` as callback data of at most 64 bytes."""
    return ":".join([action.code, *(str(getattr(action, field.name)) for field in fields(action))])


def unpack(data: str) -> Action | None:
    """The action that `pack` wrote, or None for anything else."""
    code, *values = data.split(":")
    kind = next((kind for kind in ACTIONS if kind.code == code), None)
    if kind is None or len(values) != len(fields(kind)):
        return None
    named = dict(zip((field.name for field in fields(kind)), values, strict=True))
    try:
        action = _readers()[code].validate_python(named)
    except ValidationError:
        return None
    return action if pack(action) == data else None


@cache
def _readers() -> dict[str, TypeAdapter[Action]]:
    return {kind.code: TypeAdapter(kind) for kind in ACTIONS}
