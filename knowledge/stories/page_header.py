"""The line above a page's title: category, where the original stands, minutes, counter."""

import re
from dataclasses import dataclass

_ORIGINAL = re.compile(
    r"\b(?:(?-i:R|S)(?:ead|ee|EAD|EE)\s+(?:the\s+)?original(?:\s+(?:article|story|post))?\s+(?:on|at|in)"
    r"|(?-i:П|Ч)(?:ро)?ч?ита(?:ти|йте)\s+оригінал(?:\s+(?:статті|новини|матеріалу))?\s+(?:на|у|в)"
    r"|(?-i:П|Ч)(?:ро)?ч?ита(?:ть|йте)\s+оригинал(?:\s+(?:статьи|новости|материала))?\s+(?:на|у|в)"
    r"|(?-i:О)(?:ригінал|ригинал)\s+(?:на|у|в))(?:\s+|:\s*|$)",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?<![\w.,])(?:(?:час\s+(?:на\s+)?читання|час\s+чтения|время\s+(?:на\s+)?чтения|reading\s+time|read\s+time)\s*:?\s*)?"
    r"(?P<minutes>\d{1,4})\s*-?\s*(?:min(?:ute)?s?\.?(?:\s+(?:read(?:ing)?|to\s+read))?"
    r"|хв(?:илин[иаy]?)?\.?(?:\s+(?:на\s+)?читання)?|мин(?:ут[ыаy]?)?\.?(?:\s+(?:на\s+)?чтени[ея])?)(?!\w)",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"(?P<views>\d{1,3}(?:[ ,.]\d{3}){1,3}|\d{1,12})(?:\s*(?:views?|reads|перегляд\w*|просмотр\w*))?", re.IGNORECASE
)
_ROUNDED_VIEWS = re.compile(r"\d+(?:[.,]\d+)?\s*(?:[kкmм]|тис\.?|тыс\.?|млн\.?)(?!\w)", re.IGNORECASE)
_EDGES = " ·•|,;:—–-👁"
# Outlets whose name ends in a number, which is then no counter.
_NUMBERED_OUTLETS = frozenset(("france", "channel", "канал", "kanal", "україна", "россия", "news", "radio"))
_LONGEST_HEADER = 300  # characters: a longer line is text that happens to hold the words
_LONGEST_CATEGORY = 60  # characters


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `lines` is how many of the page's lines it takes up, 0 where there is none."""

    category: str | None = None
    source: str | None = None
    minutes: int | None = None
    views: int | None = None
    lines: int = 0


def header_of(lines: list[str]) -> Header:
    """Reads the header of a page given as plain lines; whatever the header leaves out is None."""
    whole = _header_line(lines)
    if whole is None:
        return Header()
    line, count = whole
    original = _ORIGINAL.search(line)
    before = line[: original.start()] if original else line
    after = line[original.end() :] if original else ""
    if original is None and (first := _MINUTES.search(line)):
        before, after = line[: first.start()], line[first.start() :]
    minutes = None
    for minutes in _MINUTES.finditer(after):  # noqa: B007 the last one: an outlet may be called "60 Minutes"
        pass
    source, counter = (after[: minutes.start()], after[minutes.end() :]) if minutes else _split_counter(after)
    return Header(
        category=before.strip(_EDGES) or None,
        source=source.strip(_EDGES) or None,
        minutes=int(minutes["minutes"]) if minutes else None,
        views=_views(counter),
        lines=count,
    )


def _header_line(lines: list[str]) -> tuple[str, int] | None:
    """The header as one line, and of how many lines it is made: extraction breaks it up now and then."""
    for at, line in enumerate(lines[:3]):
        if len(line) > _LONGEST_HEADER:
            return None
        begins_here = _ORIGINAL.match(line) and all(len(earlier) <= _LONGEST_CATEGORY for earlier in lines[:at])
        if begins_here or (at == 0 and (_ORIGINAL.search(line) or _is_minutes_line(line))):
            count = at + 1
            while count < min(len(lines), at + 4) and _belongs_to_header(lines[count]):
                count += 1
            return " ".join(lines[:count]), count
    return None


def _is_minutes_line(line: str) -> bool:
    minutes = _MINUTES.search(line)
    if minutes is None or len(line) > 100:
        return False
    return not line[minutes.end() :].strip(_EDGES) or _views(line[minutes.end() :]) is not None


def _belongs_to_header(line: str) -> bool:
    return _MINUTES.fullmatch(line) is not None or _VIEWS.fullmatch(line.strip(_EDGES)) is not None


def _split_counter(after: str) -> tuple[str, str]:
    """Source and counter where no minutes stand between them."""
    source, _, last = after.rstrip(_EDGES).rpartition(" ")
    words = source.casefold().split()
    if not source or not last.isdecimal() or (words and words[-1] in _NUMBERED_OUTLETS):
        return after, ""
    return source, last


def _views(counter: str) -> int | None:
    """The counter as a number; a rounded one ("1.2K") tells none."""
    text = counter.strip(_EDGES)
    if _ROUNDED_VIEWS.fullmatch(text):
        return None
    match = _VIEWS.fullmatch(text)
    return int(re.sub(r"\D", "", match["views"])) if match else None
