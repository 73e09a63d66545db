"""The bot's settings: the only place where the environment is read."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from platformdirs import user_data_path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from knowledge.errors import InvalidSettings

PREFIX = "STORYLINE_"


def split_list(value: object) -> object:
    """A list written with commas or white space between its members."""
    return value.replace(",", " ").split() if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(split_list)]
Numbers = Annotated[tuple[int, ...], BeforeValidator(split_list)]


class Settings(BaseModel):
    """Everything that can be set; each field `x` is the variable STORYLINE_X, in the environment or in `.env`."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    token: SecretStr | None = Field(None, description="The bot's token from @BotFather; needed by `storyline run`.")
    api_url: str = Field("https://api.telegram.org/bot", description="Base of the Bot API, ending in `/bot`.")
    api_file_url: str = Field("https://api.telegram.org/file/bot", description="Base of the Bot API's files.")
    database: Path = Field(
        default_factory=lambda: user_data_path("storyline", appauthor=False) / "storyline.sqlite3",
        description="The SQLite file, made on first use; one in your data folder if not set.",
    )
    admins: Numbers = Field((), description="Telegram ids of editors and operators, with commas between.")
    channel: str | None = Field(None, description="The channel whose posts are items: its id or @handle.")
    feeds: Words = Field((), description="RSS or Atom feeds to watch, with commas between.")
    feed_seconds: float = Field(300, ge=1, le=86_400, description="Seconds between two looks at a feed.")
    feed_private: bool = Field(False, description="Whether what feeds link to may be in a private network.")
    folder: Path | None = Field(None, description="A folder whose new and changed files are published.")
    alerts_per_second: float = Field(25, gt=0, le=10_000, description="Alerts sent a second, over all chats.")
    webhook_url: str | None = Field(None, description="Public https address for updates; long polling if not set.")
    webhook_listen: str = Field("127.0.0.1:8443", description="HOST:PORT where the webhook listens for plain HTTP.")
    webhook_secret: SecretStr | None = Field(
        None, description="Secret that comes with each update; made up if not set."
    )
    health_listen: str | None = Field(None, description="HOST:PORT of the pages /health and /metrics; none if not set.")
    log_format: Literal["text", "json"] = Field("text", description="How log lines look: `text` or `json`.")


def read_settings(environment: Mapping[str, str] | None = None, dotenv: Path | None = None) -> Settings:
    """Settings from `environment` (default: the process's own) over those of the file `dotenv` (default: `./.env`).

    Raises InvalidSettings naming the variables that are unknown or unusable; their values are never shown.
    """
    file = {name: value or "" for name, value in dotenv_values(dotenv or Path(".env")).items()}
    merged = file | dict(os.environ if environment is None else environment)
    values = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in merged.items()
        if name.startswith(PREFIX) and value.strip()
    }
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise InvalidSettings(
            " ".join(complaint(details["loc"], details["msg"]) for details in error.errors())
        ) from None


def environment_with(variables: Mapping[str, str]) -> dict[str, str]:
    """The process's environment for a bot of its own, with `variables` in the place of every setting of Storyline."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return others | dict(variables)


def complaint(place: tuple[int | str, ...], message: str) -> str:
    """One sentence about one variable, without its value."""
    name = PREFIX + str(place[0]).upper()
    if str(place[0]) not in Settings.model_fields:
        known = [PREFIX + field.upper() for field in Settings.model_fields]
        near = get_close_matches(name, known, n=1)
        return f"{name} is no setting of Storyline; " + (
            f"did you mean {near[0]}?" if near else f"it knows {', '.join(known)}."
        )
    return f"{name} has no usable value: {message[:1].lower()}{message[1:]}."
