"""Questions about the page, and their twins about the story."""

import pytest

from knowledge.answering.reading.meta import topic_of
from knowledge.language.text import fold


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("How long does it take to read?", "minutes"),
        ("скільки хвилин читати", "minutes"),
        ("which telegram channel is this from", "channel"),
        ("який це канал?", "channel"),
        ("what is in the picture", "picture"),
        ("що зображено на фото", "picture"),
        ("who is the photo credited to", "credit"),
        ("who reported this?", "reporter"),
        ("кто об этом сообщил?", "reporter"),
        ("what's the source of this news", "source"),
        ("give me the link", "link"),
        ("дай посилання", "link"),
        ("When was this article posted?", "date"),
        ("коли опублікували цю новину?", "date"),
        ("what's the journalist's name", "author"),
    ],
)
def test_a_question_about_the_page_names_its_topic(question: str, topic: str) -> None:
    assert topic_of(fold(question)) == topic


@pytest.mark.parametrize(
    "question",
    [
        "How long does Vikaborg lease the cranes?",
        "Who wants AI companies to disclose their sources?",
        "Кто сейчас готовит закон, чтобы компании раскрывали источники?",
        "Who reported growth in China to the staff?",
        "When was the contract signed?",
        "Хто повідомив працівникам про зростання?",
        "how long is the contract with Meituan",
        "When did Microsoft publish its results in China?",
        "Коли Anthropic вийшла з китайського ринку?",
        "когда Anthropic вышла из Китая",
        "How does the company handle risk?",
        "What is the main source of revenue for Microsoft?",
        "through which section of the law is it forbidden",
    ],
)
def test_a_question_about_the_story_has_no_topic(question: str) -> None:
    assert topic_of(fold(question)) is None
