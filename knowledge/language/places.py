"""Which country a well-known city is in."""

from functools import cache

from knowledge.language.data_files import read_rows
from knowledge.language.words import words_of


def country_of(stems: tuple[str, ...]) -> str | None:
    """The English name of the country of a city, given the stems of the city's name; None for other words."""
    return _countries().get(stems)


@cache
def _countries() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for country, cities in read_rows("places.tsv"):
        for city in cities.split(","):
            for language in ("uk", "ru"):
                found.setdefault(tuple(word.stem for word in words_of(city.strip(), language)), country)
    return found
