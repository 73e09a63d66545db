"""Answers as plain words and as messages in the channel's post format."""

import pytest

from handlers.rendering.answer import answer_html, answer_text, copied_text
from handlers.rendering.html import split, visible
from handlers.rendering.texts import LANGUAGES, Texts
from knowledge.model.answer import Answer, AskedKind, Gap, Referent, Stance
from tests.handlers.rendering.answers import (
    CARD,
    QUOTE,
    TRANSLATED,
    because,
    direct,
    every_answer,
    evidence,
    hedged,
    refused,
)

ENGLISH = Texts("en")


def test_the_words_of_a_direct_answer_are_the_quotation_alone() -> None:
    assert answer_text(direct(), ENGLISH) == QUOTE


def test_a_direct_answer_is_a_post_of_the_channel() -> None:
    (message,) = answer_html(direct(), ENGLISH)
    assert message == (
        "<i>Travel</i>\n"
        '<b><a href="https://harbour.example/bridges?a=1&amp;b=2">Two bridges &amp; a ferry</a></b>\n\n'
        "<blockquote>The company spent &lt;$5&gt; &amp; more.</blockquote>\n"
        "§ Money\n\n"
        "Reuters → Harbour Post → «Harbour» · 2 min read\n"
        "@harbournews"
    )


def test_whom_the_quotation_means_stands_beside_it_and_never_inside() -> None:
    answer = direct(evidence(note=Referent("The company", "Ferry Ltd")))
    (message,) = answer_html(answer, ENGLISH)
    quoted, beside = message.split("</blockquote>")
    assert "Ferry Ltd" not in quoted
    assert "<i>“The company” here is Ferry Ltd.</i>" in beside
    assert answer_text(answer, ENGLISH) == f"{QUOTE}\n“The company” here is Ferry Ltd."


def test_the_opposite_of_what_was_asked_is_announced() -> None:
    assert answer_text(direct(stance=Stance.OTHERWISE), ENGLISH) == f"The story says otherwise:\n{QUOTE}"


def test_members_of_a_list_stand_in_one_quotation_under_one_headline() -> None:
    members = [evidence(quote=quote) for quote in ("Ann: boats.", "Bo: ropes.", "Cy: sails.")]
    (message,) = answer_html(direct(*members, stance=Stance.LIST), ENGLISH)
    assert "<blockquote>Ann: boats.\nBo: ropes.\nCy: sails.</blockquote>" in message
    assert message.count("Two bridges") == 1


def test_a_translation_is_marked_as_ours() -> None:
    answer = direct(evidence(quote="Компанія витратила п’ять.", card=TRANSLATED))
    assert answer_text(answer, Texts("uk")).endswith("(наш переклад)")
    assert "наш переклад" in answer_html(answer, Texts("uk"))[0]


def test_a_missing_name_is_named_with_the_names_there_are() -> None:
    answer = hedged(Gap.NAME, "Alibaba", known=("Tencent", "Meituan", "ByteDance"))
    assert answer_text(answer, ENGLISH) == (
        "The story doesn't mention Alibaba. It does mention Tencent, Meituan and ByteDance.\n"
        f"The closest it says:\n{QUOTE}"
    )


def test_a_sum_is_missed_for_the_company_that_was_asked_about() -> None:
    answer = hedged(Gap.APART, "Tencent", kind=AskedKind.MONEY)
    assert answer_text(answer, ENGLISH).startswith("The story gives no sum for Tencent.\n")


def test_not_in_the_story_not_about_it_and_not_understood_are_different_texts() -> None:
    gaps = (Gap.WEAK, Gap.OFF_TOPIC, Gap.EMPTY, Gap.NO_STORIES)
    for language in LANGUAGES:
        texts = Texts(language)
        said = {answer_text(refused(gap), texts) for gap in gaps} | {texts("failure-broke")}
        assert len(said) == 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", every_answer())
def test_every_answer_has_words_and_is_worded_unlike_when_it_comes_again(answer: Answer, language: str) -> None:
    texts = Texts(language)
    first, second = answer_text(answer, texts), answer_text(answer, texts, again=True)
    assert first.strip()
    assert first != second
    assert answer_html(answer, texts) != answer_html(answer, texts, again=True)
    for part in (*answer_html(answer, texts), *answer_html(answer, texts, short=True)):
        assert split(part) == (part,)


def test_words_of_a_reader_never_become_markup() -> None:
    (message,) = answer_html(hedged(Gap.NAME, "<b>Bold</b>"), ENGLISH)
    assert "&lt;b&gt;Bold&lt;/b&gt;" in message


def test_a_question_typed_on_the_other_keyboard_is_owned_up_to() -> None:
    answer = direct()
    moved = type(answer)("en", answer.evidence, answer.stance, 0.9, because(corrections=(("ерудл", "thelk"),)))
    assert answer_text(moved, ENGLISH).startswith("Showing results for “thelk”.\n")
    slip = type(answer)("en", answer.evidence, answer.stance, 0.9, because(corrections=(("tencnt", "tencent"),)))
    assert answer_text(slip, ENGLISH) == QUOTE


def test_the_short_form_has_the_quotation_and_its_source_without_the_headline() -> None:
    (message,) = answer_html(direct(), ENGLISH, short=True)
    assert "Two bridges" not in visible(message)
    assert visible(message).startswith(QUOTE)
    assert "Reuters → Harbour Post" in message


def test_the_short_form_of_a_list_has_every_member() -> None:
    members = [evidence(quote=quote) for quote in ("Ann: boats.", "Bo: ropes.", "Cy: sails.")]
    (message,) = answer_html(direct(*members, stance=Stance.LIST), ENGLISH, short=True)
    assert "<blockquote>Ann: boats.\nBo: ropes.\nCy: sails.</blockquote>" in message


def test_the_clipboard_gets_the_quotation_with_its_source_as_far_as_there_is_room() -> None:
    assert copied_text(evidence()) == f"“{QUOTE}” — Harbour Post, {CARD.url}"
    long = copied_text(evidence(quote="word " * 80))
    assert len(long) <= 256
    assert long.endswith("word…” — Harbour Post")
