"""Names written with the other alphabet's letters: Тенсент as Tencent, Microsoft as Майкрософт."""

from functools import cache, lru_cache

from knowledge.language.data_files import read_rows

_MOST = 24


@lru_cache(maxsize=4096)
def latin_forms(word: str) -> tuple[str, ...]:
    """Likely Latin spellings of a folded Cyrillic word, likeliest first, at most 24; the word itself if it is Latin.

    They are for fuzzy matching: where a letter has several Latin twins (с: s, c; к: k, c; в: v, w), the commonest
    combinations are given and the rest is left to the typo budget.
    """
    return _spellings(word, "to_latin.tsv")


@lru_cache(maxsize=4096)
def cyrillic_forms(word: str) -> tuple[str, ...]:
    """Likely Cyrillic spellings (Ukrainian and Russian) of a folded Latin word, likeliest first, at most 24."""
    return _spellings(word, "to_cyrillic.tsv")


def _spellings(word: str, rules: str) -> tuple[str, ...]:
    table, longest = _rules(rules)
    beam: list[tuple[int, str]] = [(0, "")]
    place = 0
    while place < len(word):
        size = next(
            (size for size in range(min(longest, len(word) - place), 0, -1) if word[place : place + size] in table), 0
        )
        choices = table[word[place : place + size]] if size else (word[place],)
        beam = [(cost + rank, form + choice) for cost, form in beam for rank, choice in enumerate(choices)]
        beam = sorted(beam, key=lambda one: one[0])[:_MOST]
        place += max(size, 1)
    return tuple(dict.fromkeys(form for _, form in beam))


@cache
def _rules(name: str) -> tuple[dict[str, tuple[str, ...]], int]:
    table = {row[0]: tuple(choice if choice != "-" else "" for choice in row[1].split()) for row in read_rows(name)}
    return table, max(map(len, table))
