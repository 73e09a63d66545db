"""What the bot says of itself: commands for each language and scope, name and descriptions."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.parameters import JsonObject
from bot.sandbox.refusals import bad_request

COMMANDS_IN_ALL = 100
COMMANDS_BYTES = 7_800
LIMITS = {"name": 64, "description": 512, "short_description": 120}
SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)

_command = re.compile(r"[a-z0-9_]{1,32}")
_language = re.compile(r"(?:[a-z]{2})?")


@dataclass(slots=True)
class Menus:
    """Commands by (scope, language), texts by (kind, language); the empty language stands for all others."""

    commands: dict[tuple[str, str], list[JsonObject]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)

    def set_commands(self, scope: JsonObject | None, language: str, commands: list[Any]) -> None:
        """Replaces one menu. Raises ApiRefusal for a command that Telegram does not take."""
        checked = [_checked(command) for command in commands]
        if len(checked) > COMMANDS_IN_ALL:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        if len(json.dumps(checked, ensure_ascii=False).encode()) > COMMANDS_BYTES:
            raise bad_request("BOT_COMMANDS_TOO_LONG")
        key = (_scope_key(scope), _checked_language(language))
        if checked:
            self.commands[key] = checked
        else:
            self.commands.pop(key, None)

    def exact(self, scope: JsonObject | None, language: str) -> list[JsonObject]:
        """The menu of just this scope and language."""
        return self.commands.get((_scope_key(scope), _checked_language(language)), [])

    def shown(self, chat_kind: str, chat_id: int, language: str | None) -> list[JsonObject]:
        """The menu that a client shows: the narrowest scope, in its language if there is one."""
        wide = "all_private_chats" if chat_kind == "private" else "all_group_chats"
        for scope in (f"chat:{chat_id}", wide, "default"):
            for code in (language or "", ""):
                if (scope, code) in self.commands:
                    return self.commands[(scope, code)]
        return []

    def set_text(self, kind: str, language: str, text: str) -> None:
        """Sets the bot's "name", "description" or "short_description". Raises ApiRefusal where it is too long."""
        if len(text) > LIMITS[kind]:
            raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
        self.texts[(kind, _checked_language(language))] = text

    def text(self, kind: str, language: str) -> str:
        """The text in this language, else the one for all."""
        return self.texts.get((kind, language), self.texts.get((kind, ""), ""))


def _checked(command: Any) -> JsonObject:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(command.get("command", "")), str(command.get("description", "")).strip()
    if not _command.fullmatch(name.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name.removeprefix("/"), "description": description}


def _checked_language(language: str) -> str:
    if not _language.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope_key(scope: JsonObject | None) -> str:
    kind = (scope or {}).get("type", "default")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = (scope or {}).get("chat_id")
    return kind if chat is None else f"{kind}:{chat}"
