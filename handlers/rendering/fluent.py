"""The part of Project Fluent that the locales use, read with Fluent's own parser.

The full runtime brings a locale database that takes longer to import than a question takes to answer.
"""

from collections.abc import Callable, Mapping
from typing import assert_never

from fluent.syntax import FluentParser, ast

Value = str | int


class UnknownText(Exception):
    """A message that a locale lacks, or a value that a message needs and was not given: a mistake of ours."""


def plural_category(language: str, number: int) -> str:
    """CLDR's cardinal category of a whole number: "one", "few", "many" or "other"."""
    if language != "uk":
        return "one" if number == 1 else "other"
    tens, ones = number % 100, number % 10
    if ones == 1 and tens != 11:
        return "one"
    if 2 <= ones <= 4 and not 12 <= tens <= 14:
        return "few"
    return "many"


def parse_message(source: str) -> ast.Pattern:
    """The pattern of one message written as `name = …`."""
    entry = FluentParser(with_spans=False).parse_entry(source)
    if not isinstance(entry, ast.Message) or entry.value is None:
        raise UnknownText(f"Not a message: {source.splitlines()[0]}")
    return entry.value


class Formatter:
    """Fills patterns in one language; `show` is applied to every value that enters the text."""

    def __init__(self, language: str, values: Mapping[str, Value], show: Callable[[str], str]) -> None:
        self._language = language
        self._values = values
        self._show = show

    def pattern(self, pattern: ast.Pattern) -> str:
        """The text of `pattern`; raises UnknownText if a value is missing."""
        return "".join(
            element.value if isinstance(element, ast.TextElement) else self._placeable(element)
            for element in pattern.elements
        )

    def _placeable(self, placeable: ast.Placeable) -> str:
        expression = placeable.expression
        match expression:
            case ast.SelectExpression():
                return self.pattern(self._chosen(expression))
            case ast.VariableReference():
                value = self._value(expression.id.name)
                return self._show(value if isinstance(value, str) else str(value))
            case ast.StringLiteral():
                return str(expression.parse()["value"])
            case _:
                raise UnknownText(f"The locales do not use {type(expression).__name__}.")

    def _chosen(self, select: ast.SelectExpression) -> ast.Pattern:
        if not isinstance(select.selector, ast.VariableReference):
            raise UnknownText("A choice is made by a value.")
        value = self._value(select.selector.id.name)
        wanted = {str(value)}
        category = plural_category(self._language, value) if isinstance(value, int) else None
        for names in (wanted, {category}):  # an exact number goes before its plural category
            for variant in select.variants:
                if _key(variant.key) in names:
                    return variant.value
        return next(variant.value for variant in select.variants if variant.default)

    def _value(self, name: str) -> Value:
        try:
            return self._values[name]
        except KeyError:
            raise UnknownText(f"The value {name} is missing.") from None


def _key(key: ast.Identifier | ast.NumberLiteral) -> str:
    match key:
        case ast.Identifier():
            return str(key.name)
        case ast.NumberLiteral():
            return str(key.value)
        case _:
            assert_never(key)
