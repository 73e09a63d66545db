"""Numbers in a text with what they measure, in figures or in words."""

import re
from dataclasses import dataclass, replace

from knowledge.language.dates import Span, spans_taken_by_dates
from knowledge.language.number_tokens import Token, figure, kinds_of, may_hold_number, tokens_of

_SINGULAR = {
    *("hundred", "thousand", "million", "billion", "trillion", "тисяча", "тисячу", "мільйон", "мільярд", "трильйон"),
    *("тысяча", "тысячу", "миллион", "миллиард", "триллион"),
}
_ONLY_GLUED = frozenset({"k", "m", "b", "x"})
_ARTICLES = frozenset({"a", "an"})
_NEEDS_A_UNIT = (0.0, 0.5, 1.0)
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Number:
    """`value` of `text[start:end]`, measured in `unit`:

    "money" (in `currency`, an ISO 4217 code), "percent", "count", "factor" (3 for "tripled"), "duration" (in the unit
    that is written), "year", "month" (1…12, or yyyymm with its year), "day" (mmdd, or yyyymmdd with its year).
    """

    value: float
    unit: str
    text: str
    start: int
    end: int
    currency: str | None = None


def numbers_in(text: str) -> tuple[Number, ...]:
    """The numbers of `text` in order; digits inside words and names (GPT-5, 5G) are no numbers. Linear time."""
    if not may_hold_number(text):
        return ()
    tokens = tokens_of(text)
    dates = spans_taken_by_dates(text, tokens)
    found = [_date_number(text, tokens, span) for span in dates]
    taken = {place for span in dates for place in range(span.first, span.last + 1)}
    place = 0
    while place < len(tokens):
        number, place = (None, place + 1) if place in taken else _number_at(text, tokens, place)
        if number is not None:
            found.append(number)
    return _ranges_agree(text, sorted(found, key=lambda number: number.start))


def _date_number(text: str, tokens: list[Token], span: Span) -> Number:
    start, end = tokens[span.first].start, tokens[span.last].end
    return Number(float(span.value), span.unit, text[start:end], start, end)


def _number_at(text: str, tokens: list[Token], place: int) -> tuple[Number | None, int]:
    """The number that begins at token `place`, and the first token after it."""
    kinds = kinds_of(tokens[place].text)
    if "factor" in kinds:
        token = tokens[place]
        return Number(kinds["factor"].value, "factor", token.text, token.start, token.end), place + 1
    currency = kinds["money"].code if "money" in kinds else None
    first = place + 1 if currency is not None else place
    quantity = _quantity(tokens, first)
    if quantity is None:
        return None, place + 1
    value, after, in_words = quantity
    unit, after, written = _unit(tokens, after, value)
    currency = currency or written
    if currency is not None:
        unit = "money"
    if unit == "count" and in_words and value in _NEEDS_A_UNIT:
        return None, place + 1
    start = tokens[place if first == place or currency else first].start
    end = tokens[after - 1].end
    return Number(value, unit, text[start:end], start, end, currency), after


def _quantity(tokens: list[Token], place: int) -> tuple[float, int, bool] | None:
    """Value of figures, number words and scales from token `place`, the token after them, whether it is all words."""
    total, current, least, in_words, start = 0.0, None, float("inf"), True, place
    while place < len(tokens):
        kinds = kinds_of(tokens[place].text)
        value = figure(tokens, place)
        if value is not None and current is None and total == 0:
            current, least, in_words, place = value, 0.0, False, place + 1
        elif "digit" in kinds and _may_add(kinds["digit"].value, current, least, total):
            least = kinds["digit"].value
            current, place = (current or 0.0) + least, place + 1
        elif "scale" in kinds and _may_scale(tokens, place, current, start):
            scale = kinds["scale"].value
            current = (1.0 if current is None else current) * scale
            least = scale
            if scale >= 1000:
                total, current = total + current, None
            place += 1
        elif _is_filler(tokens, place, place == start, in_words):
            place += 1
        else:
            break
    if current is None and total == 0:
        return (0.0, place, True) if place > start and least == 0 else None
    return total + (current or 0.0), place, in_words


def _may_add(value: float, current: float | None, least: float, total: float) -> bool:
    """ "twenty five", "four hundred five", "сто двадцять": each next word is smaller by a place."""
    if current is None:
        return total == 0 or value < 1000
    return (least >= 100 > value) or (20 <= least < 100 and 0 < value < 10)


def _may_scale(tokens: list[Token], place: int, current: float | None, start: int) -> bool:
    token = tokens[place]
    if token.text in _ONLY_GLUED and not (token.glued and current is not None):
        return False
    return current is not None or (token.text in _SINGULAR and place <= start + 1)


def _is_filler(tokens: list[Token], place: int, first: bool, in_words: bool) -> bool:
    """The "a" of "a million" and "half a million", the "and" of "hundred and five", the dash of "twenty-five"."""
    if not in_words or place + 1 >= len(tokens):
        return False
    following = kinds_of(tokens[place + 1].text)
    if tokens[place].text in _ARTICLES:
        return "scale" in following
    return not first and tokens[place].text in ("and", "-") and "digit" in following


def _unit(tokens: list[Token], place: int, value: float) -> tuple[str, int, str | None]:
    """The unit written from token `place` on, the token after it, and a currency."""
    after = place
    if after < len(tokens) and tokens[after].text == "-":
        after += 1
    word = tokens[after].text if after < len(tokens) else ""
    kinds = kinds_of(word)
    if word == "per" and after + 1 < len(tokens) and tokens[after + 1].text == "cent":
        return "percent", after + 2, None
    if "percent" in kinds:
        return "percent", after + 1, None
    if "money" in kinds:
        return "money", after + 1, kinds["money"].code
    if "times" in kinds and (word not in _ONLY_GLUED or tokens[after].glued):
        return "factor", after + 1, None
    is_year = value in _YEARS and value == int(value) and place > 0 and len(tokens[place - 1].text) == 4
    if is_year:
        return "year", after + 1 if "years" in kinds else place, None
    return ("duration", after + 1, None) if "duration" in kinds else ("count", place, None)


def _ranges_agree(text: str, numbers: list[Number]) -> tuple[Number, ...]:
    """In "10-15%" and "$1-2" the unit that stands once holds for both."""
    for place in range(len(numbers) - 1):
        first, second = numbers[place], numbers[place + 1]
        if not re.fullmatch(r"\s*[-–—]\s*", text[first.end : second.start]):
            continue
        if first.unit == "count" and second.unit in ("percent", "money", "duration"):
            numbers[place] = replace(first, unit=second.unit, currency=second.currency)
        elif first.unit == "money" and second.unit == "count":
            numbers[place + 1] = replace(second, unit="money", currency=first.currency)
    return tuple(numbers)
