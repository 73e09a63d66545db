"""Who the visitor of the chat page can be, and where."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Seat:
    """One line of the page's chat list: who writes there as whom. `role` is "reader", "group", "editor" (of the
    channel) or "desk" (the editor in private)."""

    chat: int
    user: int
    role: str
    name: str
    language: str

    def as_json(self) -> dict[str, Any]:
        """What the page reads."""
        return asdict(self)
