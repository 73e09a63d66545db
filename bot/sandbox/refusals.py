"""How the stand-in refuses a call: Telegram's error codes and texts."""

from typing import Any


class ApiRefusal(Exception):
    """A call that Telegram would refuse: `code` as the HTTP status, `parameters` as in the API's ResponseParameters."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


def bad_request(text: str) -> ApiRefusal:
    """400: the call itself is wrong; `text` follows Telegram's own prefix."""
    return ApiRefusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiRefusal:
    """403: the chat does not take messages from the bot."""
    return ApiRefusal(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiRefusal:
    """409: two ways of taking updates at once."""
    return ApiRefusal(409, f"Conflict: {text}")


def too_many_requests(seconds: int) -> ApiRefusal:
    """429: wait `seconds` (1 or more) before the next call."""
    return ApiRefusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(new_chat_id: int) -> ApiRefusal:
    """400: the group lives on as the supergroup `new_chat_id`."""
    return ApiRefusal(
        400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": new_chat_id}
    )


def not_found() -> ApiRefusal:
    """404: no such method, or a token that no bot has."""
    return ApiRefusal(404, "Not Found")
