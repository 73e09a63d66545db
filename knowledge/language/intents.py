"""Small talk: messages that are nothing but a greeting, thanks and their kin."""

import re
from functools import cache

from knowledge.language.data_files import read_sections
from knowledge.language.text import fold

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[)(]{1,}|[\U0001f300-\U0001faff\u2600-\u27bf]")
_STRETCHED = re.compile(r"(.)\1{2,}")


def intent_of(text: str) -> str | None:
    """The intent that the whole of `text` has ("greeting", "thanks", …), or None: a question after "hi," is none."""
    pieces = tuple(_STRETCHED.sub(r"\1", piece) for piece in _WORD.findall(fold(text[:200])))
    if not pieces:
        return None
    return _phrases().get(" ".join(pieces))


@cache
def _phrases() -> dict[str, str]:
    return {fold(phrase): intent for intent, phrases in read_sections("small_talk.txt").items() for phrase in phrases}
