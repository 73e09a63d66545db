"""The plain full-text search that benchmarks compare with."""

import pytest

from knowledge.store.plain_search import PlainSearch

TEXTS = ["The harbour reopens in May.", "Trams stop at the harbours.", "Nothing else is known."]


def test_texts_that_share_words_are_found_best_first_whatever_their_endings() -> None:
    search = PlainSearch(TEXTS)
    assert search.best("Which harbour reopened?")[0] == 0
    assert set(search.best("harbour")) == {0, 1}
    assert search.best("harbour", limit=1) == search.best("harbour")[:1]
    search.close()


@pytest.mark.parametrize("question", ["", '"', "NEAR(a b)", "a AND", "*", "text:harbour^2", "\x00", "?" * 50])
def test_operators_and_noise_are_only_words(question: str) -> None:
    search = PlainSearch(TEXTS)
    assert isinstance(search.best(question), list)
    search.close()
