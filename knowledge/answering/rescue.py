"""Other ways to read what was typed: the keyboard on another layout, Ukrainian or Russian in Latin letters."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answering.known_words import is_known
from knowledge.answering.reading import Reader, Reading
from knowledge.language.layout import swapped
from knowledge.language.rarity import rarity
from knowledge.language.transliterate import cyrillic_forms
from knowledge.language.words import words_of

_SPELLED = 2  # words that must turn out to be Cyrillic before a Latin text is read as one


def other_readings(reader: Reader, reading: Reading) -> Iterator[Reading]:
    """Readings of the same keys on another layout and of the same sounds, each with what was corrected."""
    for text in swapped(reading.text):
        other = reader.read(text, reading.language)
        if other.words:
            yield replace(other, corrections=((reading.text, text),))
    for language in ("uk", "ru"):
        spelled = in_cyrillic(reading, language)
        if spelled is not None:
            yield replace(reader.read(spelled, language), corrections=((reading.text, spelled),))


def in_cyrillic(reading: Reading, language: str) -> str | None:
    """The text with those Latin words spelled in Cyrillic that are words of `language`, or None if hardly any is."""
    spelled = 0
    pieces = []
    for word in reading.words:
        known = _cyrillic_word(word.folded, language) if word.folded.isascii() and not word.is_number else None
        spelled += known is not None
        pieces.append(known or word.text)
    return " ".join(pieces) if spelled >= _SPELLED else None


def _cyrillic_word(latin: str, language: str) -> str | None:
    for form in cyrillic_forms(latin):
        read = words_of(form, language)
        if len(read) == 1 and (
            read[0].is_stop or rarity(read[0].stem, language) < 1 or is_known(read[0].stem, language)
        ):
            return form
    return None
