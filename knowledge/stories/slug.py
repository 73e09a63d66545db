"""The short name of a story, from its address or its title."""

import hashlib
import re
import unicodedata
from urllib.parse import unquote, urlsplit

LONGEST_SLUG = 64  # characters

_NOT_ALLOWED = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
# The Ukrainian passport table of 2010; letters of Russian and of Latin alphabets are added.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia", "ё": "e", "ъ": "", "ы": "y", "э": "e", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe",
}  # fmt: skip
_TO_LATIN = str.maketrans(_LATIN)
_RUSSIAN_TO_LATIN = str.maketrans(_LATIN | {"г": "g", "и": "i", "й": "y", "х": "kh", "ю": "yu", "я": "ya"})
_RUSSIAN_ONLY = re.compile("[ыэёъ]")


def slug_of(title: str, url: str | None = None) -> str:
    """The last path segment of `url` where it has one, else `title`, as `[a-z0-9-]`, 1 to 64 characters.

    A title without a letter that can be written so gets a digest of itself: the same title, the same slug.
    """
    named = _slugified(_last_segment(url)) if url else ""
    slug = named or _slugified(title)
    return slug or f"story-{hashlib.sha256(title.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _last_segment(url: str) -> str:
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    segments = [_SUFFIX.sub("", unquote(segment)) for segment in path.split("/")]
    return next((segment for segment in reversed(segments) if segment and segment != "index"), "")


def _slugified(text: str) -> str:
    small = _APOSTROPHES.sub("", text[:400].casefold())
    latin = small.translate(_RUSSIAN_TO_LATIN if _RUSSIAN_ONLY.search(small) else _TO_LATIN)
    ascii_only = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode("ascii")
    slug = _NOT_ALLOWED.sub("-", ascii_only.casefold()).strip("-")
    if len(slug) <= LONGEST_SLUG:
        return slug
    whole_words = slug[: LONGEST_SLUG + 1].rpartition("-")[0]
    return whole_words or slug[:LONGEST_SLUG]
