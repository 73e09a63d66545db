"""Small talk has an answer in every language."""

import pytest

from handlers.rendering.texts import Texts
from knowledge.language.data_files import read_sections


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("intent", list(read_sections("small_talk.txt")))
def test_every_intent_that_is_recognised_has_two_texts(intent: str, language: str) -> None:
    texts = Texts(language)
    assert texts(f"smalltalk-{intent}", again=0) != texts(f"smalltalk-{intent}", again=1)
