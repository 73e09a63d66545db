"""Other ways to read what was typed: the keyboard on another layout, Ukrainian or Russian in Latin letters."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answering.reading.known_words import is_known
from knowledge.answering.reading.reading import Reader, Reading
from knowledge.language.layout import swapped
from knowledge.language.rarity import rarity
from knowledge.language.transliterate import cyrillic_forms
from knowledge.language.words import Word, words_of

_SENSE = 0.6  # share of known words from which a text is taken as it stands
_PLAINLY_ENGLISH = 4  # letters of an English stop word that no Ukrainian or Russian one is spelled like
_SPELLED = 2  # words that must turn out to be Cyrillic before a Latin text is read as one


def other_readings(reader: Reader, reading: Reading) -> Iterator[Reading]:
    """Readings of the same keys on another layout and of the same sounds, each with what was corrected.

    None where most of the words make sense as they stand, and only such as make more sense.
    """
    sense = sense_of(reading)
    if sense >= _SENSE:
        return
    for text in swapped(reading.text):
        other = reader.read(text, reading.language)
        if sense_of(other) > sense:
            yield replace(other, corrections=((reading.text, text),))
    if any(word.is_stop and word.folded.isascii() and len(word.folded) >= _PLAINLY_ENGLISH for word in reading.words):
        return
    for language in ("uk", "ru"):
        spelled = in_cyrillic(reading, language)
        if spelled is not None:
            yield replace(reader.read(spelled, language), corrections=((reading.text, spelled),))


def sense_of(reading: Reading) -> float:
    """The share of the words that their language knows, names included; 0…1."""
    named = {place for alias in reading.aliases for place in range(alias.first, alias.last + 1)}
    known = sum(
        place in named or _is_word(word, reading.language if not word.folded.isascii() else "en")
        for place, word in enumerate(reading.words)
    )
    return known / len(reading.words) if reading.words else 0.0


def _is_word(word: Word, language: str) -> bool:
    return word.is_stop or rarity(word.stem, language) < 1 or is_known(word.stem, language)


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
        if len(read) == 1 and _is_word(read[0], language):
            return form
    return None
