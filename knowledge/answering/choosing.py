"""Which of several stories answers, and when to ask the reader back."""

from collections.abc import Sequence

from knowledge.answering.attempt import Attempt
from knowledge.answering.gaps import Verdict

_ORIGIN = 0.05  # of probability: how much nearer another story must be than the one the reader came from
_MARGIN = 0.02
_FEW_WORDS = 1
_MOST = 3


def choose(attempts: Sequence[Attempt], origin: str | None) -> Attempt:
    """The surest attempt; the reader's own story where it is hardly less sure, the earlier in the list at a tie."""

    def rank(pair: tuple[int, Attempt]) -> tuple[float, float, int]:
        place, attempt = pair
        own = _ORIGIN if attempt.index.card.slug == origin else 0.0
        return (-round(attempt.probability + own, 3), -(attempt.best.score if attempt.best else 0.0), place)

    return min(enumerate(attempts), key=rank)[1]


def choices_among(attempt: Attempt, verdict: Verdict) -> tuple[int, ...]:
    """Positions of the two or three units between which a very short question does not choose; else ()."""
    if len([word for word in attempt.asked if word.is_content]) > _FEW_WORDS or verdict.position is None:
        return ()
    best = attempt.ranked[0]
    near = [scored.position for scored in attempt.ranked if best.score - scored.score <= _MARGIN]
    return tuple(near) if 2 <= len(near) <= _MOST else ()
