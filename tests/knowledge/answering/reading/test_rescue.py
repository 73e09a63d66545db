"""What was typed on another keyboard or in another alphabet, and what was not."""

import pytest

from knowledge.answering.reading.reading import Reader
from knowledge.answering.reading.rescue import other_readings
from knowledge.language.lexicon import load_lexicon

READER = Reader(load_lexicon())


def readings_of(text: str) -> set[str]:
    return {other.text for other in other_readings(READER, READER.read(text, "en"))}


def test_ukrainian_in_latin_letters_is_spelled_back() -> None:
    assert "скільки платить компанія на рік" in readings_of("skilky platyt kompaniya na rik")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kto nash bolshoi klient", "кто наш большой клиент"),
        ("skilky vytrachaie fabryka na khmaru", "скільки витрачає фабрика на хмару"),
    ],
)
def test_vowels_in_a_row_are_spelled_back_together(typed: str, meant: str) -> None:
    assert meant in readings_of(typed)


def test_keys_of_the_other_layout_are_read_back() -> None:
    assert "who buys the cranes" in readings_of("црщ игні еру скфтуі")


@pytest.mark.parametrize("text", ["roll that dice", "spin with zest", "kvaz from brink"])
def test_what_holds_a_plain_english_word_is_not_spelled_in_cyrillic(text: str) -> None:
    assert not [other for other in readings_of(text) if not other.isascii()]
