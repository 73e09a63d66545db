"""Words and names that are followed: whole, in any case and inflection, quickly whatever they are."""

import time

import pytest

from knowledge.alerts.follows import NoWord, TooLong, readable_follow, searched_text, stems, wanted
from knowledge.model.story import Name, Story
from tests.knowledge.alerts.conftest import story_of

STORY = story_of(
    "Microsoft sells OpenAI's models to China",
    "ByteDance spends a billion; the café near the data centers is full.",
    "Компанія Тенсент купує доступ до моделей через хмару.",
)


@pytest.mark.parametrize(
    "follow",
    ["microsoft", "OPENAI", "model", "Cafe", "data center", "bytedance", "Тенсенту", "модель", "sells OpenAI's models"],
)
def test_a_word_is_found_in_any_case_accent_or_inflection(follow: str) -> None:
    assert wanted((follow,), searched_text(STORY))


@pytest.mark.parametrize("follow", ["micro", "openai china", "dance", "center data", "China ByteDance", "тен"])
def test_a_part_of_a_word_or_a_scattered_phrase_is_not(follow: str) -> None:
    assert not wanted((follow,), searched_text(STORY))


def test_a_storys_other_names_count() -> None:
    story = Story(slug="s", language="en", title="A deal", names=(Name("Microsoft", ("MSFT", "Redmond")),))
    assert wanted(("msft",), searched_text(story))


def test_following_nothing_wants_everything() -> None:
    assert wanted((), searched_text(STORY))


def test_what_cannot_be_followed_is_said() -> None:
    with pytest.raises(TooLong):
        readable_follow("x" * 10_000)
    with pytest.raises(NoWord):
        readable_follow(" ?!… ")
    assert readable_follow(" «Ant  Group» ") == "Ant Group"


@pytest.mark.parametrize(
    "hostile", ["a" * 10_000, "a " * 5_000, "aab" * 3_333, "(a+)+$" * 1_600, "é" * 10_000, "|" * 10_000]
)
def test_a_hostile_pattern_takes_no_time(hostile: str) -> None:
    searched = stems("a " * 50_000)
    best = min(timed(hostile, searched) for _ in range(3))
    assert best < 0.05


def timed(pattern: str, searched: str) -> float:
    """Seconds that one look takes, from the raw pattern."""
    began = time.perf_counter()
    _ = stems(pattern) in searched
    return time.perf_counter() - began
