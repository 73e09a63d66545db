"""Where sentences end."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.language.sentences import sentences_of


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Okoye met U.S. lawmakers.", "They agreed."],
        ["Version 5.3.1 is out.", "It costs $1.5 billion."],
        ["Use a cache, e.g. Redis, or a file.", "Both work."],
        ["Acme Inc. Chief Ann Lee left.", "She sold Acme Inc.", "The buyer is unknown."],
        ["He moved to the U.S.", "The move cost him dearly."],
        ["See No. 5 and Fig. 3.", "They differ."],
        ["It opens on Jan. 12.", "Nobody came."],
        ["J. R. Smith and Mr. Li came at 5 p.m. on Monday.", "Mrs. Li stayed."],
        ['She asked: "Why?"', "Nobody knew."],
        ["“It works.”", "(It really did.)", "Everyone left."],
        ["It ended... and began again.", "Then it stopped…", "Silence."],
        ["It rose.[12]", "It fell."],
        ["iPhone sales fell.", "xAI grew.", "eBay did neither."],
        ["“Sure!” he said.", "Was it? Yes."][:1],
        ["The year was 2025.", "300 people came."],
        ["Read https://example.org/a.b?c=d&e=f now.", "Then rest."],
        ["Завод ім. Пулюя у м. Львів відкрито.", "Він працює."],
        ["Виторг сягнув 3,4 млрд. грн. за рік.", "Це багато."],
        ["У 2019 р. Україна купила поїзди.", "Компанію заснували ще у 1998 р.", "Вона росте."],
        ["У XIX ст. Львів ріс.", "За ст. 5 закону це дозволено."],
        ["Він купив хліб, молоко і т. д.", "Потім пішов."],
        ["Проф. О. В. Ткач каже: «Такого ще не було…»", "Інженери обережні."],
        ["«Добре!» — сказав він.", "Вона мовчала."],
        ["Було 700 тис. штук.", "Стало 5 млн. одиниць."],
        ["Мост стоит 2,1 млн. евро, т. е. вдвое меньше.", "Это мало."],
        ["По словам д-ра А. К. Лебедева, стекло дешевле.", "Он прав."],
        ["Фирма на ул. Садовой, 5.", "Там тихо."],
        ["Он помог им.", "Они ушли."],
    ],
)
def test_a_text_is_cut_where_its_sentences_end(sentences: list[str]) -> None:
    assert list(sentences_of(" ".join(sentences))) == sentences


def test_the_number_of_a_list_line_is_no_sentence() -> None:
    assert sentences_of("1. Open the lid. 2. Wait.")[0] == "1. Open the lid."


def test_a_blank_line_ends_a_sentence_and_a_single_break_does_not() -> None:
    assert sentences_of("One line\nand more\n\nAnother. End") == ("One line\nand more", "Another.", "End")


def test_white_space_alone_holds_no_sentence() -> None:
    assert sentences_of(" \n\t ") == ()


@given(st.text(alphabet=st.sampled_from(list("Aa. \n!?…«»\"'()—1і5Рр\u00a0")), max_size=80) | st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_sentences_are_pieces_in_order_that_hold_every_character_but_white_space(text: str) -> None:
    sentences = sentences_of(text)
    at = 0
    for sentence in sentences:
        found = text.index(sentence, at)
        assert not text[at:found].strip()
        assert sentence == sentence.strip() != ""
        at = found + len(sentence)
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", [". ", '."', "A. ", "\n\n", "…! ", "слово. "])
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def seconds(text: str) -> float:
        started = time.perf_counter()
        sentences_of(text)
        return time.perf_counter() - started

    once = min(seconds(piece * 20_000) for _ in range(3))
    four_times = min(seconds(piece * 80_000) for _ in range(3))
    assert four_times < 12 * once + 0.05
