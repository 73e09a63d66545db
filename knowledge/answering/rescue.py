"""Other ways to read what was typed: the keyboard on another layout, Ukrainian or Russian in Latin letters."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answering.reading import Reader, Reading
from knowledge.language.layout import swapped


def other_readings(reader: Reader, reading: Reading) -> Iterator[Reading]:
    """Readings of the same keys on another layout, likeliest first, each with what was corrected."""
    for text in swapped(reading.text):
        other = reader.read(text, reading.language)
        if other.content:
            yield replace(other, corrections=((reading.text, text),))
