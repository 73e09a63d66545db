"""One story: how long an answer takes, beside peers that only rank its pieces."""

from collections.abc import Callable
from random import Random

from bot.benching.measuring import OURS, Race, ours, peers, race
from knowledge.answering.answerer import Answerer
from knowledge.evaluation.typing_errors import with_typing_errors
from knowledge.model.story import Unit
from knowledge.store.plain_search import PlainSearch
from knowledge.store.story_rows import StoredStory

SEED = 1  # of the typing errors
MOST_QUESTIONS = 200
ROUNDS = 3
TYPED_WRONG = 0.3  # share of words


async def race_on_story(
    fresh: Callable[[], Answerer], stored: StoredStory, progress: Callable[[int, int], None]
) -> tuple[Race, ...]:
    """The story's own questions, as they stand and with typing errors; `fresh` makes an answerer that knows nothing."""
    questions = questions_of(stored.units)
    random = Random(SEED)
    mistyped = [with_typing_errors(question, TYPED_WRONG, random) for question in questions]
    texts = [unit.text for unit in stored.units]
    search = PlainSearch(texts)
    races = []
    for name, asked in (("questions as they stand", questions), ("with typing errors", mistyped)):
        rounds = [{OURS: await ours(fresh(), stored.row.slug)} | peers(texts, search) for _ in range(ROUNDS)]
        races.append(await race(name, asked, rounds, progress))
    search.close()
    return tuple(races)


def questions_of(units: tuple[Unit, ...]) -> list[str]:
    """What a story says it answers: its questions and phrasings; where it has none, the beginnings of its pieces."""
    asked = [text for unit in units for text in ((unit.question, *unit.asks) if unit.question else unit.asks)]
    return list(dict.fromkeys(asked or [" ".join(unit.text.split()[:8]) for unit in units]))[:MOST_QUESTIONS]
