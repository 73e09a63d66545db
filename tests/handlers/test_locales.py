"""The locales: nothing missing, nothing unused, the same values in every language, markup that Telegram takes."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from handlers.rendering.fluent import parse_message
from handlers.rendering.html import split
from handlers.rendering.texts import LANGUAGES, LOCALES, Texts, message_sources

ROOT = Path(__file__).parent.parent.parent
PLURALS = {"en": {"one", "other"}, "uk": {"one", "few", "many", "other"}}


class Values(Visitor):
    """Collects which values a message takes, and the choices that it makes by a word."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.choices: set[tuple[str, str]] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: fluent.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, fluent.VariableReference)
        for variant in node.variants:
            key = variant.key.name if isinstance(variant.key, fluent.Identifier) else variant.key.value
            if key not in PLURALS["uk"]:
                self.choices.add((node.selector.id.name, key))
        self.generic_visit(node)


def sources(language: str) -> dict[str, str]:
    """Every message of a language; a name that stands twice fails."""
    found: dict[str, str] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        messages = message_sources(file.read_text(encoding="utf-8"))
        assert not found.keys() & messages.keys(), file.name
        found.update(messages)
    return found


def values_of(source: str) -> Values:
    values = Values()
    values.visit(parse_message(source))
    return values


def written_in_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """The plain strings of handlers and bot, and patterns for the strings that are put together there."""
    plain: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for file in [
        *(ROOT / "handlers").rglob("*.py"),
        *(ROOT / "bot").rglob("*.py"),
    ]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
            if isinstance(node, ast.JoinedStr) and any(isinstance(part, ast.FormattedValue) for part in node.values):
                pieces = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_-]+"
                    for part in node.values
                ]
                if re.fullmatch(r"(\[a-z0-9_-\]\+)?[a-z0-9\\-]*(\[a-z0-9_-\]\+)?", "".join(pieces)):
                    patterns.append(re.compile("".join(pieces)))
    return plain, [pattern for pattern in patterns if re.search("[a-z]", pattern.pattern.replace("[a-z0-9_-]+", ""))]


def test_every_text_is_there_in_every_language() -> None:
    assert sources("en").keys() == sources("uk").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_a_file_is_read(language: str) -> None:
    for file in (LOCALES / language).glob("*.ftl"):
        names = re.findall(r"^([a-z][a-z0-9-]*) *=", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert names == list(message_sources(file.read_text(encoding="utf-8"))), file.name


def test_the_same_values_are_wanted_in_every_language() -> None:
    english, ukrainian = sources("en"), sources("uk")
    unequal = [name for name in english if values_of(english[name]).names != values_of(ukrainian[name]).names]
    allowed = {"hedge-name", "refusal-name"}  # English needs no number there
    assert set(unequal) - allowed == set()


def test_choices_by_a_word_are_the_same_in_every_language() -> None:
    english, ukrainian = sources("en"), sources("uk")
    assert [name for name in english if values_of(english[name]).choices != values_of(ukrainian[name]).choices] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    for name, source in sources(language).items():
        forms = set(re.findall(r"\[(one|few|many|other)\]", source))
        assert forms <= PLURALS[language], name
        if forms and language == "uk":
            assert {"one", "few"} <= forms or "few" not in forms, name


def test_no_text_is_unused() -> None:
    plain, patterns = written_in_code()
    unused = [
        name for name in sources("en") if name not in plain and not any(pattern.fullmatch(name) for pattern in patterns)
    ]
    assert unused == []


def test_every_text_that_the_code_names_is_there() -> None:
    """Strings that begin like a message ("feedback-…") and stand in a call of `texts`."""
    names = Texts("en").names()
    missing = []
    for file in (ROOT / "handlers").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not _is_texts(node.func):
                continue
            first = node.args[0]
            if isinstance(first, ast.Constant) and first.value not in names:
                missing.append(first.value)
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_markup_of_every_text_is_closed_and_fits_a_message(language: str) -> None:
    texts = Texts(language)
    for name, source in sources(language).items():
        values = dict.fromkeys(values_of(source).names, "x")
        html = texts.html(name, **values)
        assert split(html) == (html,) or html.isspace() or not html.strip(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_and_apostrophes_are_those_of_the_language(language: str) -> None:
    for name, source in sources(language).items():
        words = re.sub(r"<[^>]*>|\{[^}]*\}", "", source.split("=", 1)[1])
        assert not re.search("[“”\"']" if language == "uk" else '[«»"]', words), (name, words)


def _is_texts(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute) and function.attr == "html":
        function = function.value
    return isinstance(function, ast.Name) and function.id == "texts"
