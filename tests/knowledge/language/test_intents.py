"""Small talk is the whole message or none of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.intents import intent_of


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Hi!!!", "greeting"),
        ("привіііт 👋", "greeting"),
        ("Добрый день.", "greeting"),
        ("Дякую ❤️", "thanks"),
        ("thanks a lot", "thanks"),
        ("До побачення", "goodbye"),
        ("How are you?", "how-are-you"),
        ("як справи", "how-are-you"),
        ("ти бот?", "who-are-you"),
        ("What can you do?", "what-can-you-do"),
        ("допоможи", "what-can-you-do"),
        ("ok", "yes"),
        ("угу", "yes"),
        ("нє", "no"),
        ("no", "no"),
        ("ахахахах", "laughter"),
        ("))))", "laughter"),
        ("😂😂", "laughter"),
        ("вибачте", "sorry"),
        ("дурний бот", "insult"),
        ("good bot", "compliment"),
        ("ghbdsn", "greeting"),
        ("ghbdtn!", "greeting"),
        ("руддщ", "greeting"),
        ("lzre.", "thanks"),
        ("pryvit", "greeting"),
        ("spasibo", "thanks"),
        ("кто ты такой?", "who-are-you"),
        ("hello, is anyone there?", "greeting"),
    ],
)
def test_a_message_of_nothing_else_is_small_talk(text: str, intent: str | None) -> None:
    assert intent_of(text) == intent


@pytest.mark.parametrize(
    "text",
    [
        "hi, who supplies the models?",
        "thanks, and how much?",
        "хто ти такий, Tencent?",
        "who are you selling to",
        "",
        "?",
        "що нового",
        "yes or no?",
    ],
)
def test_a_question_beside_it_is_none(text: str) -> None:
    assert intent_of(text) is None


@given(st.text(max_size=120))
def test_any_text_is_judged(text: str) -> None:
    assert intent_of(text) is None or isinstance(intent_of(text), str)
