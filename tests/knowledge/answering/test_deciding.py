"""Which kind of answer a question gets."""

from dataclasses import replace

import pytest

from knowledge.model.answer import (
    AskedKind,
    DirectAnswer,
    Gap,
    HedgedAnswer,
    Refusal,
    SmallTalk,
    Stance,
)
from knowledge.model.story import FaqEntry, Name
from tests.knowledge.answering.harbour import HARBOUR, INDEX, ask, index_of, quoted


def test_a_plain_question_is_answered_with_the_sentence_that_says_it() -> None:
    answer = ask("Who is the chief executive of Brightwave?")
    assert isinstance(answer, DirectAnswer)
    assert "Ingrid Dahl" in quoted(answer)


def test_a_typo_is_corrected_and_the_correction_is_told() -> None:
    answer = ask("how many cranes does Vikabrog lease")
    assert isinstance(answer, DirectAnswer)
    assert "leases two cranes" in quoted(answer)
    assert (
        any(typed == "Vikabrog" for typed, _ in answer.explanation.corrections)
        or "Vikabrog" in answer.explanation.matched
    )


def test_a_name_that_the_story_never_mentions_is_said_by_name() -> None:
    answer = ask("How many cranes did Rotterdam order?")
    assert isinstance(answer, HedgedAnswer | Refusal)
    assert answer.gap is Gap.NAME
    assert answer.words == ("Rotterdam",)


def test_a_name_that_it_does_mention_is_not_missed() -> None:
    answer = ask("How many cranes did Tromsa order?")
    assert isinstance(answer, DirectAnswer)
    assert "four cranes" in quoted(answer)


def test_a_number_that_the_story_never_mentions_is_said() -> None:
    answer = ask("Why does Brightwave own 950 cranes?")
    assert isinstance(answer, HedgedAnswer)
    assert answer.gap is Gap.NUMBER


def test_its_own_number_is_not_missed() -> None:
    answer = ask("Does Brightwave spend 40 million dollars a year on research?")
    assert isinstance(answer, DirectAnswer)
    assert "$40 million" in quoted(answer)


@pytest.mark.parametrize("typed", ["40mln", "$40m", "40,000,000"])
def test_a_number_written_in_another_way_is_the_same_number(typed: str) -> None:
    answer = ask(f"Is it Brightwave that spends {typed} on research?")
    assert isinstance(answer, DirectAnswer)
    assert "$40 million" in quoted(answer)
    assert not answer.explanation.unmatched


def test_the_sum_of_one_name_is_not_given_for_another() -> None:
    answer = ask("How much does Lundhavn spend a year on research?")
    assert isinstance(answer, HedgedAnswer)
    assert answer.gap in (Gap.APART, Gap.KIND)


def test_a_question_for_a_sum_is_not_answered_without_one() -> None:
    answer = ask("How much does Lundhavn pay for the crane?")
    assert not isinstance(answer, DirectAnswer)


def test_a_relation_of_which_the_unit_says_nothing_is_no_answer() -> None:
    answer = ask("Who founded Lundhavn?")
    assert not isinstance(answer, DirectAnswer)


def test_what_has_nothing_to_do_with_the_story_is_refused_with_questions_to_ask() -> None:
    answer = ask("how do I bake sourdough bread")
    assert isinstance(answer, Refusal)
    assert answer.gap is Gap.OFF_TOPIC
    assert answer.suggestions


def test_a_greeting_is_small_talk_and_a_question_behind_one_is_not() -> None:
    assert isinstance(ask("hello"), SmallTalk)
    assert isinstance(ask("Hello! Who is the chief executive of Brightwave?"), DirectAnswer)


def test_thanks_in_one_s_own_words_are_thanks_and_a_question_with_thanks_is_none() -> None:
    answer = ask("special thanks to you")
    assert isinstance(answer, SmallTalk)
    assert answer.intent == "thanks"
    assert isinstance(ask("Who is the chief executive of Brightwave? Thanks!"), DirectAnswer)


def test_nothing_but_signs_is_no_question() -> None:
    answer = ask("?!…")
    assert isinstance(answer, Refusal)
    assert answer.gap is Gap.EMPTY


def test_without_stories_nothing_is_answered() -> None:
    answer = ask("Who leads Brightwave?", indexes=())
    assert isinstance(answer, Refusal)
    assert answer.gap is Gap.NO_STORIES


def test_a_premise_that_the_story_denies_is_answered_with_the_opposite() -> None:
    answer = ask("Why does Brightwave build engines in Bergen?")
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.OTHERWISE
    assert "does not build engines" in quoted(answer)


def test_its_true_twin_is_answered_plainly() -> None:
    answer = ask("Where does Brightwave not build engines?")
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.STATEMENT


def test_a_yes_or_no_question_is_answered_by_the_sentence() -> None:
    answer = ask("Does Brightwave build engines in Bergen?")
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.STATEMENT
    assert "does not build engines" in quoted(answer)


def test_a_list_is_gathered_whole() -> None:
    answer = ask("Which ports have ordered cranes?")
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.LIST
    assert all(name in quoted(answer) for name in ("Tromsa", "Vikaborg", "Lundhavn"))


def test_a_summary_is_the_lead() -> None:
    answer = ask("What is this story about?")
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.SUMMARY
    assert quoted(answer).startswith("Brightwave delivers electric cranes")


def test_a_question_about_the_page_is_answered_from_its_furniture() -> None:
    answer = ask("How long does it take to read?")
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.FURNITURE
    assert answer.topic == "minutes"
    assert quoted(answer) == "3 min read"


def test_the_page_is_not_asked_when_the_question_is_about_the_story() -> None:
    answer = ask("How long does Vikaborg lease the cranes?")
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is not Stance.FURNITURE
    assert "ten years" in quoted(answer)


def test_what_the_page_does_not_say_of_itself_is_refused() -> None:
    answer = ask("When was this article published?")
    assert isinstance(answer, Refusal)
    assert answer.explanation.rule == "page-date-absent"


def test_the_company_at_a_quotation_s_start_is_explained_beside_it() -> None:
    answer = ask("How much does Brightwave spend on research?")
    assert isinstance(answer, DirectAnswer)
    note = answer.evidence[0].note
    assert note is not None
    assert (note.words, note.means) == ("The company", "Brightwave")
    assert answer.evidence[0].quote.startswith("The company")


def test_two_questions_in_one_message_are_both_answered() -> None:
    answer = ask("Who is the chief executive of Brightwave? How many cranes does Tromsa take?")
    assert isinstance(answer, DirectAnswer)
    assert "Ingrid Dahl" in quoted(answer)
    assert "four cranes" in quoted(answer)


def test_one_question_is_found_in_four_thousand_characters_of_noise() -> None:
    noise = "the weather is nice and my cat sleeps all day. " * 80
    answer = ask(noise[:3900] + ". Who is the chief executive of Brightwave?")
    assert "Ingrid Dahl" in quoted(answer)


def test_a_phrasing_vouches_for_no_question_of_another_kind() -> None:
    entry = FaqEntry("Who was harbour master in May?", "In May 2021 Oskar Lund was harbour master.")
    index = index_of(replace(HARBOUR, faq=(entry,)))
    assert isinstance(ask("Who was harbour master in May?", indexes=(index,)), DirectAnswer)
    assert not isinstance(ask("When did Oskar Lund become harbour master?", indexes=(index,)), DirectAnswer)


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("Did orders fall last year?", Stance.OTHERWISE),
        ("Why did orders collapse last year?", Stance.OTHERWISE),
        ("Is it true that the turnover from orders dropped last year?", Stance.OTHERWISE),
        ("Did orders rise last year?", Stance.STATEMENT),
    ],
)
def test_a_fall_that_was_a_rise_is_set_right_and_its_true_twin_is_not(question: str, stance: Stance) -> None:
    answer = ask(question)
    assert isinstance(answer, DirectAnswer)
    assert "orders tripled" in quoted(answer)
    assert answer.stance is stance


def test_a_question_on_the_wrong_layout_is_read_and_the_reading_told() -> None:
    answer = ask("рщц ьфтн скфтуы вщуы Екщьыф ефлу")
    assert isinstance(answer, DirectAnswer)
    assert answer.explanation.corrections[0][1] == "how many cranes does Tromsa take"


def test_a_question_in_ukrainian_is_answered_from_an_english_page() -> None:
    answer = ask("Чому крани електричні?")
    assert answer.language == "uk"


def test_the_reader_s_interface_language_holds_where_the_question_tells_none() -> None:
    assert ask("Tromsa?", language="uk").language == "uk"
    assert ask("Tromsa?", language="en").language == "en"


def test_a_stored_phrasing_finds_a_fact_that_shares_no_word_with_the_question() -> None:
    entry = FaqEntry("Is there a strike?", "Dockers keep working.", ("are people walking out",), key="strike")
    index = index_of(replace(HARBOUR, faq=(entry,)))
    assert quoted(ask("are people walking out now", indexes=(index,))) == "Dockers keep working."


def test_a_story_s_own_alias_is_its_name() -> None:
    index = index_of(replace(HARBOUR, names=(Name("Brightwave", ("the crane maker",), "company"),)))
    answer = ask("How much does the crane maker spend on research?", indexes=(index,))
    assert "$40 million" in quoted(answer)


def test_the_same_question_gets_the_same_answer_to_the_byte() -> None:
    assert repr(ask("who buys the cranes")) == repr(ask("who buys the cranes", indexes=(index_of(HARBOUR),)))


def test_the_explanation_names_the_rule_the_kind_and_what_was_matched() -> None:
    explanation = ask("Who is the chief executive of Brightwave?").explanation
    assert explanation.kind is AskedKind.WHO
    assert "Brightwave" in explanation.matched
    assert explanation.rule == "coverage"
    assert dict(explanation.features)["story"] > 0.5
    assert explanation.runner_up in INDEX.positions
