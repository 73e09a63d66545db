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
        ("какую сумму владелец тиктока платит майкрософту ежегодно", "ru"),
        ("скока байтденс тратит на майкрасофт", "ru"),
        ("дистилляция", "ru"),
        ("обычному программисту продадут?", "ru"),
        ("снижают риски", "ru"),
        ("покупатель моделей", "ru"),
        ("кому дозволено купувати", "uk"),
        ("мета угоди та витрати", "uk"),
        ("користувача заблокували", "uk"),
        ("покупець моделей", "uk"),
        ("who sells to China", "en"),
        ("Who reported it first?", "en"),
        ("how much", "en"),
        ("bytedance spending on cloud services", "en"),
    ],
)
def test_few_words_are_enough(text: str, language: str) -> None:
    assert language_of(text, "xx") == language


@pytest.mark.parametrize(
    ("text", "language"), [("боятися, боятися", "uk"), ("боится, боятся", "ru"), ("платить", "uk")]
)
def test_endings_that_both_languages_have_tell_neither(text: str, language: str) -> None:
    assert language_of(text, "xx") == language
    assert language_of("ться", "ru") == "ru"


@pytest.mark.parametrize("text", ["Tencent?", "GPT-5", "", "1000", "???", "😀"])
def test_the_default_stands_where_nothing_tells(text: str) -> None:
    assert language_of(text, "uk") == "uk"
    assert language_of(text, "en") == "en"


@given(st.text(max_size=60))
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text, "uk") in ("en", "uk", "ru")
