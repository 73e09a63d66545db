"""Every word that the bot says, from the locales, in one language."""

import re
from functools import cache
from pathlib import Path

from fluent.syntax import ast

from handlers.rendering.fluent import Formatter, UnknownText, Value, parse_message
from handlers.rendering.html import Html, escape

LANGUAGES = ("en", "uk")
LOCALES = Path(__file__).parent.parent / "locales"

_MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)


def interface_language(code: str | None) -> str:
    """The interface for a language code of Telegram ("uk", "en-GB"): Russian readers get Ukrainian, others English."""
    return "uk" if code is not None and code.lower().split("-")[0] in ("uk", "ru", "be") else "en"


class Texts:
    """The texts of one language ("en" or "uk"): reads only that language's files, parses a message when it is used."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise UnknownText(f"There is no interface in {language}.")
        self.language = language
        self._sources = _sources(language)
        self._patterns: dict[str, ast.Pattern] = {}

    def __call__(self, message: str, /, **values: Value) -> str:
        """The text `message` as plain text."""
        return Formatter(self.language, values, str).pattern(self._pattern(message))

    def html(self, message: str, /, **values: Value) -> Html:
        """The text `message` as markup; the values are escaped unless they are markup themselves."""
        return Html(Formatter(self.language, values, _escaped).pattern(self._pattern(message)))

    def names(self) -> frozenset[str]:
        """The names of all messages."""
        return frozenset(self._sources)

    def joined(self, values: tuple[str, ...]) -> str:
        """The values as a list inside a sentence: "A", "A and B", "A, B and C"."""
        if len(values) < 2:
            return "".join(values)
        return self("list-of-several", several=", ".join(values[:-1]), last=values[-1])

    def _pattern(self, message: str) -> ast.Pattern:
        pattern = self._patterns.get(message)
        if pattern is None:
            if message not in self._sources:
                raise UnknownText(f"The locale {self.language} has no text {message}.")
            pattern = self._patterns[message] = parse_message(self._sources[message])
        return pattern


@cache
def texts_in(language: str) -> Texts:
    """The texts of `language`, read once a process."""
    return Texts(language)


def message_sources(text: str) -> dict[str, str]:
    """Each message of a Fluent file by its name, unparsed."""
    return {match.group(1): match.group() for match in _MESSAGE.finditer(text)}


def _sources(language: str) -> dict[str, str]:
    sources: dict[str, str] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        sources.update(message_sources(file.read_text(encoding="utf-8")))
    return sources


def _escaped(value: str) -> str:
    return escape(value)
