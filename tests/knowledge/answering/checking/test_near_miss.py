"""What a reader is told when the story does not answer a question about its own subjects."""

import pytest

from knowledge.model.answer import Answer, DirectAnswer, Gap, HedgedAnswer, Refusal
from knowledge.stories.bundled_stories import bundled_stories
from tests.knowledge.answering.harbour import ask, index_of, quoted

BUNDLED = index_of(next(story for story in bundled_stories() if story.language == "en"))


def ask_bundled(text: str, *before: str) -> Answer:
    return ask(text, *before, indexes=(BUNDLED,))


@pytest.mark.parametrize("question", ["How much does Tencent spend?", "How much does Tencent pay Microsoft a year?"])
def test_one_customers_sum_is_never_given_for_another(question: str) -> None:
    answer = ask_bundled(question)
    assert isinstance(answer, HedgedAnswer)
    assert answer.gap is Gap.APART
    assert answer.words[0] == "Tencent"
    assert "billion" not in quoted(answer)
    assert quoted(answer).startswith("Tencent:")


@pytest.mark.parametrize("question", ["How much does ByteDance spend?", "how much does TikTok's owner pay Microsoft"])
def test_the_customer_whose_sum_it_is_gets_it(question: str) -> None:
    answer = ask_bundled(question)
    assert isinstance(answer, DirectAnswer)
    assert "$1 billion" in quoted(answer)


def test_a_follow_up_about_another_customer_is_no_way_round() -> None:
    answer = ask_bundled("and Tencent?", "How much does ByteDance spend?")
    assert isinstance(answer, HedgedAnswer)
    assert "billion" not in quoted(answer)


def test_a_name_that_is_missing_comes_with_those_that_are_there() -> None:
    answer = ask_bundled("What does Alibaba buy?")
    assert isinstance(answer, HedgedAnswer)
    assert (answer.gap, answer.words) == (Gap.NAME, ("Alibaba",))
    assert {"ByteDance", "Ant Group", "Meituan", "Tencent"} <= set(answer.known)


def test_a_word_in_capitals_is_not_taken_for_a_name() -> None:
    answer = ask_bundled("Who is Microsoft's CEO?")
    assert isinstance(answer, HedgedAnswer)
    assert answer.gap is not Gap.NAME


def test_what_has_nothing_to_do_with_the_story_is_not_dressed_up_as_a_near_miss() -> None:
    assert isinstance(ask_bundled("Who won the match between Arsenal and Chelsea?"), Refusal)
    assert isinstance(ask_bundled("what is the weather today"), Refusal)
