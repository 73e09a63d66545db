"""The bodies of control requests, checked."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.sandbox.faults import FaultKind


class Order(BaseModel):
    """A request to the control side; unknown names are refused."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class NewUser(Order):
    """A person, not yet acquainted with the bot unless `started`."""

    first_name: str = "Reader"
    user_id: int | None = None
    username: str | None = None
    language: str | None = "en"
    started: bool = True


class NewChat(Order):
    """A group, supergroup or channel."""

    kind: Literal["group", "supergroup", "channel"] = "supergroup"
    title: str
    chat_id: int | None = None
    username: str | None = None
    is_forum: bool = False
    bot_status: str = "member"
    members: dict[int, str] = Field(default_factory=dict)


class Writing(Order):
    """A message, post or change of one; `photo` is a picture as base64."""

    user: int | None = None
    chat: int
    message_id: int | None = None
    text: str = ""
    html: bool = False
    media: str | None = None
    photo: str | None = None
    reply_to: int | None = None
    topic: int | None = None


class Pressing(Order):
    """A press on the button that is labelled (or carries) `button`; `data` is sent as it is, button or no button."""

    user: int
    chat: int
    message_id: int
    button: str | None = None
    data: str | None = None


class Reaction(Order):
    """A reaction; no emoji takes it back."""

    user: int
    chat: int
    message_id: int
    emoji: str | None = None


class InlineTyping(Order):
    """What is typed after the bot's name."""

    user: int
    text: str
    offset: str = ""
    chat_kind: str = "sender"


class InlineChoice(Order):
    """A result of an inline query, sent into a chat."""

    query: str
    result: str
    chat: int


class MemberChange(Order):
    """A member's new status; no member means the bot."""

    chat: int
    member: int | None = None
    status: str
    by: int | None = None


class ChatChange(Order):
    """What happens to a chat as a whole."""

    chat: int
    change: Literal["block", "unblock", "deactivate", "migrate", "silence", "unsilence"]


class TopicChange(Order):
    """A topic is made (with a name), closed, opened again or deleted."""

    chat: int
    change: Literal["create", "close", "reopen", "delete"]
    topic: int | None = None
    name: str = "Topic"


class FaultOrder(Order):
    """A fault; see bot.sandbox.faults for the kinds."""

    kind: FaultKind
    method: str | None = None
    chat: int | None = None
    seconds: float = Field(default=1.0, ge=0, le=3600)
    status: int = Field(default=500, ge=400, le=599)
    text: str = ""
    times: int | None = Field(default=1, ge=1)
    hold: bool = False


class Switches(Order):
    """Flood limits and privacy mode; None leaves a switch as it is."""

    flood_limits: bool | None = None
    privacy_mode: bool | None = None


class Redelivery(Order):
    """An update that is given out once more under its old id."""

    update_id: int
