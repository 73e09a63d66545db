"""Questions for the stories themselves: "in which story do you write about Tencent?"."""

from collections.abc import Sequence

from knowledge.answering.data_files import asking_stems
from knowledge.answering.patterns import PatternFile
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.matching import reach_in

_MOST = 4  # stories
_MOSTLY = 0.5  # share of what is looked for that a story must hold
_PATTERNS = PatternFile("whereabouts.txt")


def looked_for(text: str, folded: str) -> str | None:
    """What the stories are searched for; None where the question is not for stories."""
    match = _PATTERNS["which_story"].search(folded)
    if match is None or len(folded) != len(text) or match.end() >= len(text.rstrip(" ?.!")):
        return None
    return text[match.end() :]


def telling(attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """The attempts of the stories that tell of what is looked for, in their order."""
    found = [attempt for attempt in attempts if attempt.best is not None and _tells(attempt)]
    return tuple(found[:_MOST])


def _tells(attempt: Attempt) -> bool:
    """Whether the story has every name that is looked for, and most of the other words."""
    if any(not use.stems for use in attempt.uses):
        return False
    asking = asking_stems()
    words = [word for word in attempt.asked if word.is_content and word.word.stem not in asking]
    total = sum(word.rarity for word in words)
    return total > 0 and sum(word.rarity * reach_in(word, attempt.index.told) for word in words) > _MOSTLY * total
