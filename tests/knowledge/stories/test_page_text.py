"""Whole pages of the channel, in three languages."""

import pytest

from knowledge.errors import InvalidStory, UnreadableInput
from knowledge.model.story import BlockKind, Picture
from knowledge.stories.page_text import read_page_text
from tests.knowledge.stories.page_texts import page


def test_an_english_page_is_read_whole() -> None:
    story = read_page_text(page("seawall.en"))
    assert story.slug == "port-ellery-votes-to-raise-its-seawall-by-two-meters"
    assert (story.language, story.category, story.source) == ("en", "Climate & Cities", "The Harbor-Wire.com")
    assert (story.original_reporter, story.minutes, story.views) == ("The Ellery Gazette", 4, 1204)
    assert story.title == "Port Ellery votes to raise its seawall by two meters"
    assert story.lead is not None
    assert story.lead.startswith("Port Ellery will raise")
    assert story.lead.endswith("nine hours of debate.")
    assert story.picture == Picture(
        alt="A gray stone wall at low tide, seen from a fishing boat.", credit="Lena Brandt / Harbor-Wire"
    )
    assert [section.heading for section in story.sections] == [None, "Why now?", "Who builds it"]
    assert (story.channel, story.channel_title) == ("@coastwatch_news", "Coast Watch")
    assert (story.url, story.published, story.translation_of) == (None, None, None)


def test_bullets_have_names_and_numbered_lines_lose_their_numbers() -> None:
    blocks = read_page_text(page("seawall.en")).sections[2].blocks
    bullets = [(block.name, block.text) for block in blocks if block.kind is BlockKind.BULLET]
    assert bullets == [
        ("Morrow & Sons Ltd.", "Pours the foundations from March."),
        ("Delta Dredging", "Deepens the basin by 1.5 meters."),
        ("City crews", "Keep the pumps running."),
    ]
    numbered = [block.text for block in blocks if block.kind is BlockKind.NUMBERED]
    assert numbered == ["Close the promenade.", "Drive the piles.", "Open a new footpath."]


def test_an_answer_over_two_lines_is_one_answer() -> None:
    faq = read_page_text(page("seawall.en")).faq
    assert [entry.question for entry in faq] == [
        "How much will the seawall cost?",
        "When must the wall be finished?",
        "Who pours the foundations?",
    ]
    assert faq[0].answer == "The council approved $48.5 million. That is about a tenth of the city's yearly budget."


def test_marker_words_and_addresses_inside_the_text_stay_text() -> None:
    texts = [block.text for section in read_page_text(page("seawall.en")).sections for block in section.blocks]
    assert "https://ellery.example.org/wall?ref=news&lang=en" in texts
    assert any("layer=flood&year=2031" in text for text in texts)
    assert texts[-1].startswith("The mayor wrote on Telegram that the FAQ would follow.")
    assert texts[-1].endswith("A two-page summary is a 2 min read, she added.")


def test_a_ukrainian_page_is_read_with_its_own_furniture() -> None:
    story = read_page_text(page("battery.uk"))
    assert (story.language, story.category, story.source) == ("uk", "Технології й енергетика", "Ars Technica")
    assert (story.minutes, story.views, story.original_reporter) == (3, 1024, "Reuters")
    assert story.picture == Picture(alt="Жовта будівля заводу під хмарним небом.", credit="Ars Technica")
    assert [section.heading for section in story.sections] == [None, "Чому це важливо?", "Хто купує батареї"]
    assert [block.name for block in story.sections[2].blocks] == ["Укрзалізниця", "Лікарні"]
    assert [entry.answer for entry in story.faq] == ["Виторг зріс на 12,5 % за рік.", "Укрзалізниця бере 40 % випуску."]
    assert (story.channel, story.channel_title) == ("@iskra_novyny", "ШІ")


def test_a_ukrainian_page_keeps_both_kinds_of_apostrophe() -> None:
    text = read_page_text(page("battery.uk")).sections[0].blocks[0].text
    assert "п'ять днів" in text
    assert "об’єм замовлень" in text


def test_a_russian_page_is_read_with_its_own_furniture() -> None:
    story = read_page_text(page("bridge.ru"))
    assert (story.language, story.category, story.source) == ("ru", "Наука", "Наука.Сегодня")
    assert (story.minutes, story.views, story.original_reporter, story.picture) == (5, 77, "Полдень", None)
    assert [section.heading for section in story.sections] == [None, "Что дальше?"]
    assert [entry.question for entry in story.faq] == ["Сколько груза выдержал мост?"]
    assert (story.channel, story.channel_title) == ("@nauka_i_my", "Наука и мы")


@pytest.mark.parametrize("name", ["seawall.en", "battery.uk", "bridge.ru"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n", "\r\n"),
        ("\n", "\r"),
        ("\n", "\n\n"),
        ("\n\n", "\n"),
        ("\n", "   \n"),
        (" ", "\u00a0"),
        (" ", "\u2009"),
        (" ", "  "),
    ],
)
def test_line_ends_blank_lines_and_kinds_of_space_change_nothing(name: str, before: str, after: str) -> None:
    text = page(name)
    changed = text.replace(before, after)
    assert changed != text
    assert read_page_text(changed) == read_page_text(text)


def test_a_byte_order_mark_and_invisible_characters_are_not_stored() -> None:
    text = page("seawall.en")
    assert read_page_text(
        "\ufeff" + text.replace("seawall", "sea\u00adwall").replace(" the", " \u200bthe")
    ) == read_page_text(text)


def test_curly_quotes_and_dashes_are_stored_as_the_page_has_them() -> None:
    assert "“a rare, honest budget.”" in read_page_text(page("seawall.en")).sections[0].blocks[0].text


@pytest.mark.parametrize("text", ["", "  \n ", "AI Read the original on Wired 2 min read 1"])
def test_a_page_without_a_title_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no title"):
        read_page_text(text)


def test_a_title_alone_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no text under it"):
        read_page_text(
            "AI Read the original on Wired 2 min read 1\n\nA museum of clocks opens in Bern\n\nTelegram\n@clocks"
        )


def test_a_question_without_an_answer_is_refused() -> None:
    text = page("seawall.en").replace("Morrow & Sons Ltd. begins in March.\n", "")
    with pytest.raises(InvalidStory, match=r"Who pours the foundations\?.*has no answer"):
        read_page_text(text)


def test_a_question_followed_by_the_next_one_is_refused() -> None:
    text = page("seawall.en").replace("Before 2031, according to the plan.\n", "")
    with pytest.raises(InvalidStory, match=r"When must the wall be finished\?.*has no answer"):
        read_page_text(text)


def test_one_question_with_two_answers_is_refused() -> None:
    text = page("battery.uk").replace("Хто купує найбільше батарей?", "На скільки зріс виторг заводу?")
    with pytest.raises(InvalidStory, match="twice with different answers"):
        read_page_text(text)


def test_the_same_question_and_answer_twice_count_once() -> None:
    pair = "На скільки зріс виторг заводу?\nВиторг зріс на 12,5 % за рік.\n"
    text = page("battery.uk")
    assert read_page_text(text.replace(pair, pair + pair)) == read_page_text(text)
