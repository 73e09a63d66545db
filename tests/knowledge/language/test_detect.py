"""The language of short questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.detect import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("хто?", "uk"),
        ("скільки платить байтданс", "uk"),
        ("Скільки ByteDance платить Microsoft за Azure AI?", "uk"),
        ("шо там з ChatGPT", "uk"),
        ("де сервери", "uk"),
        ("чому Anthropic не продає", "uk"),
        ("про що стаття", "uk"),
        ("а як там виручка", "uk"),
        ("сколько платит байтданс", "ru"),
        ("кто?", "ru"),
        ("что с OpenAI в Китае", "ru"),
        ("где серверы", "ru"),
        ("почему Anthropic не продает", "ru"),
        ("о чем статья", "ru"),
        ("who sells to China", "en"),
        ("Who reported it first?", "en"),
        ("how much", "en"),
        ("bytedance spending on cloud services", "en"),
    ],
)
def test_few_words_are_enough(text: str, language: str) -> None:
    assert language_of(text, "xx") == language


@pytest.mark.parametrize("text", ["Tencent?", "GPT-5", "", "1000", "???", "😀"])
def test_the_default_stands_where_nothing_tells(text: str) -> None:
    assert language_of(text, "uk") == "uk"
    assert language_of(text, "en") == "en"


@given(st.text(max_size=60))
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text, "uk") in ("en", "uk", "ru")
