"""How rare words are."""

import pytest

from knowledge.language.rarity import rarity
from knowledge.language.stems import stem_of


def test_the_commoner_word_is_the_less_rare() -> None:
    ranks = [rarity(stem_of(word)) for word in ("the", "company", "expect", "distillation")]
    assert ranks == sorted(ranks)
    assert ranks[0] < 0.1
    assert ranks[-1] == 1


@pytest.mark.parametrize(
    ("word", "language"),
    [("компанія", "uk"), ("який", "uk"), ("сколько", "ru"), ("россия", "ru"), ("government", "en"), ("company", "uk")],
)
def test_common_words_of_each_language_are_known(word: str, language: str) -> None:
    assert rarity(stem_of(word, language), language) < 0.6
    assert rarity(stem_of(word, language)) < 0.6


@pytest.mark.parametrize("word", ["tencent", "дистиляція", "геополитический", ""])
def test_other_words_are_rare(word: str) -> None:
    assert rarity(stem_of(word)) == 1
