"""When a unit denies what a question takes for granted."""

import pytest

from knowledge.answering.reading.polarity import is_negated, says_otherwise, turns_round
from knowledge.language.words import words_of

DENIAL = words_of("Microsoft does not host models on Chinese soil.", "en")


def stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text, "en") if not word.is_stop)


def test_a_denied_premise_is_seen() -> None:
    assert says_otherwise(stems("Why does Microsoft host models on Chinese soil?"), False, DENIAL)


def test_a_question_that_denies_it_too_is_in_agreement() -> None:
    question = words_of("Why does Microsoft not host models on Chinese soil?", "en")
    assert is_negated(question)
    assert not says_otherwise(stems("Why does Microsoft host models on Chinese soil?"), True, DENIAL)


def test_a_question_about_something_else_in_the_sentence_is_not_denied() -> None:
    assert not says_otherwise(stems("Which models does Microsoft have?"), False, DENIAL)


def test_a_verb_of_refusing_denies_as_well() -> None:
    refusal = words_of("Anthropic refuses to sell models directly to China.", "en")
    assert says_otherwise(stems("Why does Anthropic sell models directly to China?"), False, refusal)


def test_a_negation_in_another_clause_denies_nothing() -> None:
    unit = words_of("It was not easy, Microsoft hosts models on Chinese soil.", "en")
    assert not says_otherwise(stems("Why does Microsoft host models on Chinese soil?"), False, unit)


@pytest.mark.parametrize(
    ("question", "unit", "turned"),
    [
        ("Why did the port's income fall?", "The port's income rose by 8%.", True),
        ("Чому доходи впали?", "Доходи порту зросли на 8%.", True),
        ("Насколько снизились доходы?", "The port's income has doubled.", True),
        ("Why did the port's income rise?", "The port's income rose by 8%.", False),
        ("Did the port's income rise or fall?", "The port's income rose by 8%.", False),
        ("Why did the port's income not fall?", "The port's income rose by 8%.", False),
        ("Why did the port's income fall?", "The port's income did not rise.", False),
        ("Why did the fees fall?", "Mayor Eva Rose sets the fees.", False),
        ("Why did costs fall?", "Costs fell because output rose.", False),
        ("What is the risk?", "Costs fell.", False),
        ("Чому доходи впали?", "Доходи зросли; ніде зростання не було швидшим.", True),
    ],
)
def test_a_fall_is_turned_round_by_a_rise_alone(question: str, unit: str, turned: bool) -> None:
    assert turns_round(words_of(question, "en"), words_of(unit, "en")) is turned


def test_no_other_denies_nothing_of_the_thing_itself() -> None:
    unit = words_of("The orders rose in May; no other harbour orders grew faster.", "en")
    assert not says_otherwise(stems("Why did the harbour orders grow faster?"), False, unit)
