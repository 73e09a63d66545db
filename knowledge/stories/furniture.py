"""The words that the channel prints around a story, for each language that it prints them in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Furniture:
    """One language's labels; each is followed by a value, except `minutes`, which follows a number."""

    original: str
    minutes: str
    views: str
    credit: str
    reporter: str
    published: str


_FURNITURE = {
    "en": Furniture(
        "Read the original on", "min read", "Views:", "Image source:", "Originally reported by", "Published:"
    ),
    "uk": Furniture(
        "Читати оригінал на", "хв читання", "Перегляди:", "Джерело зображення:", "Першоджерело:", "Опубліковано:"
    ),
    "ru": Furniture(
        "Читать оригинал на", "мин чтения", "Просмотры:", "Источник изображения:", "Первоисточник:", "Опубликовано:"
    ),
}


def furniture_in(language: str) -> Furniture:
    """The labels of `language` (ISO 639-1), English ones where the channel has none of its own."""
    return _FURNITURE.get(language, _FURNITURE["en"])
