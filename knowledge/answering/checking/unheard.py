"""Questions without a name, of which a story knows hardly more than what its phrasings have in common with any."""

from knowledge.answering.ranking.attempt import Attempt

# Measured on off-topic questions and on those of tests/data that are open for tuning, with `storyline evaluate`.
_HARDLY_TOLD = 0.21  # share of the question's content
_LITTLE_TOLD = 0.4
_LIKE = 0.54  # likeness to a stored phrasing
_UNLIKE = 0.3
_SEVERAL = 4  # phrasings
_TELLING = 0.5  # rarity of a word that tells what a question is about


def unheard_of(attempt: Attempt) -> tuple[str, ...]:
    """Its telling words, as typed, that neither the story nor several of its phrasings have."""
    if not _leans_on_phrasings(attempt):
        return ()
    return tuple(
        word.word.text
        for word in attempt.asked
        if word.is_content
        and not word.sure
        and word.rarity >= _TELLING
        and not word.word.is_number
        and word.phrasings.bit_count() < _SEVERAL
    )


def is_vague(attempt: Attempt) -> bool:
    """Whether phrasings alone speak for the best unit, and none of its own is much like the question."""
    if not _leans_on_phrasings(attempt):
        return False
    told, likeness = attempt.coverage.features["unit"], attempt.ranked[0].phrasing
    return (told < _HARDLY_TOLD and likeness < _LIKE) or (told < _LITTLE_TOLD and is_unlike(attempt))


def is_unlike(attempt: Attempt) -> bool:
    """Whether none of the best unit's phrasings is anything like the question."""
    return attempt.ranked[0].phrasing < _UNLIKE


def _leans_on_phrasings(attempt: Attempt) -> bool:
    return attempt.index.lessons is not None and not any(use.stems for use in attempt.uses)
