"""Whether an item has the words or names that a subscriber follows."""

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.errors import StorylineError
from knowledge.language.stems import stem_of
from knowledge.language.text import clean, fold
from knowledge.model.story import Story

MOST_CHARACTERS = 80  # of one followed word or phrase
MOST_FOLLOWS = 50  # of one subscriber
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class TooLong(StorylineError):
    """A text of more than MOST_CHARACTERS."""


class NoWord(StorylineError):
    """A text without a word in it."""


def readable_follow(text: str) -> str:
    """The word or phrase as it is kept and shown.

    Raises TooLong or NoWord where it cannot be followed.
    """
    kept = " ".join(clean(text[: 2 * MOST_CHARACTERS]).split()).strip("\"'«»,.;:")
    if len(text) > 2 * MOST_CHARACTERS or len(kept) > MOST_CHARACTERS:
        raise TooLong(f"That is too long to follow: at most {MOST_CHARACTERS} characters.")
    if not WORD.search(kept):
        raise NoWord("There is no word in that to follow.")
    return kept


def searched_text(story: Story) -> str:
    """Everything that a follower's words are looked for in, as stems between single spaces."""
    pieces: list[str] = [story.title, story.lead or "", story.category or ""]
    for section in story.sections:
        pieces.append(section.heading or "")
        pieces.extend(f"{block.name or ''} {block.text}" for block in section.blocks)
    pieces.extend(f"{entry.question} {entry.answer}" for entry in story.faq)
    pieces.extend(" | ".join((name.name, *name.aliases)) for name in story.names)
    return stems(" | ".join(pieces))


def wanted(follows: Iterable[str], searched: str) -> bool:
    """Whether one of `follows` stands in `searched` (made by `searched_text`) as whole words, in any inflection.

    Linear in both lengths: it is one substring search for each follow. No follows: everything is wanted.
    """
    patterns = tuple(follows)
    return not patterns or any(stems_of_follow(pattern) in searched for pattern in patterns)


@lru_cache(maxsize=10_000)
def stems_of_follow(follow: str) -> str:
    """The follow as stems between single spaces."""
    return stems(follow)


def stems(text: str) -> str:
    """The text's words, folded and stemmed, between single spaces; "|" keeps phrases from reaching over pieces."""
    found: list[str] = []
    for piece in fold(text).split("|"):
        found.extend(stem_of(word.removesuffix("'s")) for word in WORD.findall(piece))
        found.append("|")
    return f" {' '.join(found[:-1])} "
