"""Whom the outlet itself follows: "reporting originally by Bloomberg", «за даними Reuters»."""

import re
from collections.abc import Iterable

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_CAPITALISED = rf"(?!{_WEEKDAY})[^\W\d_a-zа-яіїєґё][\w&'’\-]*(?:\.\w+)*"
_FIRST_WORD = rf"(?:\d{{1,3}}[A-Za-z]\w+|(?:\d{{1,4}}\s+)?{_CAPITALISED})"
# A name is capitalised words, perhaps with small ones between, or whatever stands in quotation marks.
_NAME = (
    rf"(?:the\s+)?(?P<name>{_FIRST_WORD}(?:\s+(?:(?:of|for|the|&)\s+)?{_CAPITALISED}){{0,4}}"
    r"|[«“\"][^«»“”\"]{2,60}[»”\"])"
)
_OUTLET_NOUN = (
    r"(?:(?:news\s+)?agency|newspaper|magazine|агент\w+|видан\w+|газет\w+|журнал\w*|портал\w*|сайт\w*|телеканал\w*"
    r"|издани\w+)"
)
# These say outright who had it first: any name will do.
_FIRST = re.compile(
    r"\b(?i:(?:reporting|reported|published|broken|written)\s+originally\s+(?:by|in)"
    r"|originally\s+(?:(?:reported|published|broken|written)\s+)?by"
    r"|originally\s+(?:reported|published)\s+in"
    r"|first\s+(?:reported|published|broken|revealed)\s+(?:by|in)"
    r"|(?:першим|першою|першими|вперше)\s+(?:про\s+це\s+)?(?:повідоми\w+|написа\w+|опублікува\w+)"
    r"|(?:спочатку|спершу|початково)\s+(?:про\s+це\s+)?(?:повідоми\w+|написа\w+|опублікува\w+)"
    r"|(?:первым|первой|первыми|впервые|изначально)\s+(?:об\s+этом\s+)?(?:сообщи\w+|написа\w+|опубликова\w+)"
    r"|першоджерело:|первоисточник:)"
    rf"\s+(?i:{_OUTLET_NOUN}\s+)?{_NAME}"
)
_POSSESSIVE = re.compile(r"['’]s\b")
# These also stand before ministries, persons and studies: the name must be an outlet's.
_CITED = re.compile(
    r"\b(?i:citing|according\s+to|за\s+даними|за\s+інформацією|і?з\s+посиланням\s+на|посилаючись\s+на|повідомляє|пише"
    r"|по\s+данным|по\s+информации|со\s+ссылкой\s+на|ссылаясь\s+на|сообщает|пишет)"
    rf"\s+(?:(?:the\s+)?(?P<noun>(?i:{_OUTLET_NOUN}))\s+)?{_NAME}"
)
_OUTLETS = frozenset(
    (
        "afp", "al jazeera", "ap", "ars technica", "associated press", "axios", "barron's", "bbc", "bbc news",
        "bloomberg", "bloomberg news", "business insider", "caixin", "cbs", "cbs news", "cnbc", "cnet", "cnn",
        "der spiegel", "deutsche welle", "dw", "economist", "engadget", "financial times", "forbes", "fortune",
        "fox news", "ft", "guardian", "information", "interfax", "le monde", "los angeles times", "nbc", "nbc news",
        "new york times", "new yorker", "nikkei", "nikkei asia", "npr", "politico", "reuters", "semafor",
        "sky news", "south china morning post", "spiegel", "techcrunch", "telegraph", "the information", "time",
        "verge", "wall street journal", "washington post", "wired", "wsj", "xinhua", "zdnet", "интерфакс", "тасс",
        "укрінформ", "інтерфакс",
    )
)  # fmt: skip

# The last word of many another outlet's name: "Harbor Wire", "Kyiv Post".
_OUTLET_LIKE = re.compile(
    r"(?:\b(?:bulletin|chronicle|courier|daily|dispatch|express|gazette|globe|herald|insider|journal|magazine|media|mirror"
    r"|news|observer|post|press|radio|register|report|review|standard|star|times|today|tribune|tv|weekly|wire)"
    r"|\.\w{2,4})$"
)
_TITLES = frozenset(("dr", "gen", "gov", "mr", "mrs", "ms", "prof", "rep", "sen"))


def original_reporter_in(texts: Iterable[str], source: str | None) -> str | None:
    """The first outlet that `texts` credit with the news, other than `source` itself; None where they credit nobody.

    A company or ministry whose data are cited is no reporter: "citing X" counts for outlets only.
    """
    weaker: str | None = None
    for text in texts:
        for match in _FIRST.finditer(text):
            name = _outlet(match["name"], source)
            if name:
                return name
        weaker = weaker or next(filter(None, (_cited(match, source) for match in _CITED.finditer(text))), None)
    return weaker


def _cited(match: re.Match[str], source: str | None) -> str | None:
    name = _outlet(match["name"], source)
    if name is None:
        return None
    folded = name.casefold().removeprefix("the ")
    known = folded in _OUTLETS or _OUTLET_LIKE.search(folded) is not None
    quoted = match["name"][0] in '«“"'
    return name if known or (match["noun"] and (quoted or name.isascii())) else None


def _outlet(found: str, source: str | None) -> str | None:
    name = _POSSESSIVE.split(found.strip('«»“”"').strip())[0]
    if not name or not (name[0].isupper() or name[0].isdecimal()) or name.casefold() in _TITLES:
        return None
    return None if source and name.casefold() == source.casefold() else name
