"""Calendar dates among the tokens of a text: days, months, months with their year."""

from dataclasses import dataclass

from knowledge.language.number_tokens import Token, figure, kinds_of

_YEARS = range(1900, 2101)
_BEFORE_MONTH = {
    "in",
    "since",
    "until",
    "by",
    "of",
    "during",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "from",
    "before",
    "after",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first` to `last` are one date."""

    first: int
    last: int
    unit: str
    value: int


def spans_taken_by_dates(text: str, tokens: list[Token]) -> list[Span]:
    """Dates in order: "July 2025" (month 202507), "12 липня 2025 року" (day 20250712), "12.07.2025", "2025-07-12"."""
    spans: list[Span] = []
    place = 0
    while place < len(tokens):
        span = _figures(text, tokens, place) or _month(tokens, place)
        if span is None:
            place += 1
        else:
            spans.append(span)
            place = span.last + 1
    return spans


def _figures(text: str, tokens: list[Token], place: int) -> Span | None:
    """12.07.2025 is one token, 2025-07-12 is five."""
    token = tokens[place]
    if not token.text[0].isdigit() or token.is_inside:
        return None
    parts = token.text.split(".")
    last = place
    if len(parts) != 3:
        five = tokens[place : place + 5]
        if len(five) < 5 or not all(one.glued for one in five[1:]) or [five[1].text, five[3].text] != ["-", "-"]:
            return None
        parts, last = [five[4].text, five[2].text, five[0].text], place + 4
    if not all(part.isdigit() and part.isascii() and len(part) <= 4 for part in parts):
        return None
    day, month, year = (int(part) for part in parts)
    is_date = 1 <= day <= 31 and 1 <= month <= 12 and year in _YEARS
    return Span(place, last, "day", year * 10000 + month * 100 + day) if is_date else None


def _month(tokens: list[Token], place: int) -> Span | None:
    """A month's name with the day on either side and the year after it, as far as they are there."""
    day_before = _day(tokens, place)
    at = place + (1 if day_before else 0)
    if day_before and at < len(tokens) and tokens[at].text in ("th", "st", "nd", "rd", "of", "го"):
        at += 1
    if at < len(tokens) and tokens[at].text == "of":
        at += 1
    if at >= len(tokens) or "month" not in kinds_of(tokens[at].text) or tokens[at].is_inside:
        return None
    month, last, day = int(kinds_of(tokens[at].text)["month"].value), at, day_before
    if not day and (found := _day(tokens, at + 1)):
        day, last = found, at + 1
        if last + 1 < len(tokens) and tokens[last + 1].text in ("th", "st", "nd", "rd"):
            last += 1
    year = figure(tokens, last + 1) if last + 1 < len(tokens) else None
    if year is not None and year in _YEARS and tokens[last + 1].text.isdigit():
        last += 1
        if last + 1 < len(tokens) and "years" in kinds_of(tokens[last + 1].text):
            last += 1
        value = int(year) * 100 + month
        return Span(place, last, "day", value * 100 + day) if day else Span(place, last, "month", value)
    if day:
        return Span(place, last, "day", month * 100 + day)
    return Span(place, last, "month", month) if _is_surely_a_month(tokens, at) else None


def _day(tokens: list[Token], place: int) -> int:
    if place >= len(tokens) or not tokens[place].text.isdigit() or len(tokens[place].text) > 2:
        return 0
    value = figure(tokens, place)
    return int(value) if value is not None and 1 <= value <= 31 else 0


def _is_surely_a_month(tokens: list[Token], place: int) -> bool:
    """ "may" and "march" are months on their own only after "in", "since" and their like; "mar", "dec", "sep" never."""
    word = tokens[place].text
    if word not in (
        "may",
        "march",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "май",
        "мая",
        "мае",
    ):
        return True
    return place > 0 and word in ("may", "march") and tokens[place - 1].text in _BEFORE_MONTH
