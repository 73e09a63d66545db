"""Whether a question takes for granted what the story denies, or denies what it says."""

from collections.abc import Sequence

from knowledge.language.words import Word

# Folded forms; words that turn a statement round, and verbs that do it by their meaning.
_NOT = frozenset(
    """not never no without cannot neither nor none nobody nothing hardly
    isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't won't can't couldn't wouldn't shouldn't ain't
    не ні ані без жоден жодна жодного жодної ніколи нема немає нет ни никогда никакой нельзя""".split()
)
_REFUSAL_STEMS = (
    "refus", "declin", "reject", "opt", "avoid", "ban", "prohibit", "forbid", "stop", "deni", "deny", "fail", "abandon",
    "відмов", "уника", "заборон", "відхил", "запере", "утриму", "відкин",
    "отказ", "избега", "запре", "отклон", "отриц",
)  # fmt: skip
_SCOPE = 9  # words behind a negation that it can turn round
_NEEDED = 2  # of the question's content words inside that scope
_COVERED = 0.6


def is_negated(words: Sequence[Word]) -> bool:
    """Whether a negation or a verb of refusing stands among `words`."""
    return any(_negates(word) for word in words)


def _negates(word: Word) -> bool:
    return word.folded in _NOT or (len(word.folded) > 3 and word.folded.startswith(_REFUSAL_STEMS))


def says_otherwise(asked: frozenset[str], asked_negated: bool, unit_words: Sequence[Word]) -> bool:
    """Whether the unit denies what the question presupposes (`asked`: the story stems its content words reach).

    The unit must negate a stretch that the question holds nearly whole, and the question must not negate it itself.
    """
    if asked_negated:
        return False
    for place, word in enumerate(unit_words):
        if not _negates(word):
            continue
        scope: list[Word] = []
        for other in unit_words[place + 1 : place + 1 + _SCOPE]:
            if scope and other.start - scope[-1].end > 2:  # a comma or a stop ends what is turned round
                break
            scope.append(other)
        content = [other.stem for other in scope if not other.is_stop]
        held = [stem for stem in content if stem in asked]
        if len(held) >= _NEEDED and len(held) / len(content) >= _COVERED:
            return True
    return False
