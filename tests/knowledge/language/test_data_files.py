"""The word lists: well-formed, without doubles, and free of words that mean too many things."""

import re
from collections import Counter, defaultdict

import pytest

from knowledge.language.data_files import read_lines, read_rows, read_sections
from knowledge.language.stems import stem_of
from knowledge.language.text import fold
from knowledge.language.words import words_of

CONCEPTS = read_rows("concepts.tsv")
COLUMNS = {"en": 0, "uk": 1, "ru": 2}
LETTERS = {"en": re.compile("[a-z]+"), "uk": re.compile("[а-щьюяєії']+"), "ru": re.compile("[а-яё]+")}
KINDS = {"company", "product", "person", "place", "outlet", "organisation"}

# In how many rows a stem may be at home: an English word in its two meanings at most; the others translate, and one
# word of theirs often stands for several English ones.
MOST_ROWS = {"en": 2, "uk": 5, "ru": 5}


def words(row: list[str], language: str) -> list[str]:
    return row[COLUMNS[language]].split()


def test_every_concept_has_three_columns_and_at_least_a_thousand_two_hundred_stand_there() -> None:
    assert all(len(row) == 3 and all(cell.strip() for cell in row) for row in CONCEPTS)
    assert len(CONCEPTS) >= 1200


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_words_of_a_column_are_folded_and_in_its_letters(language: str) -> None:
    for row in CONCEPTS:
        for word in words(row, language):
            plain = word.removeprefix("~")
            assert plain == fold(plain), word
            assert LETTERS[language].fullmatch(plain), word


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_no_word_stands_twice_in_a_row(language: str) -> None:
    for row in CONCEPTS:
        doubles = [word for word, times in Counter(words(row, language)).items() if times > 1]
        assert not doubles, row


def test_no_row_stands_twice() -> None:
    assert [row for row, times in Counter(map(tuple, CONCEPTS)).items() if times > 1] == []


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_no_word_is_at_home_in_too_many_rows(language: str) -> None:
    rows = defaultdict(set)
    for number, row in enumerate(CONCEPTS):
        for word in words(row, language):
            if word[0] != "~":
                rows[stem_of(word, language)].add(number)
    assert {stem: len(found) for stem, found in rows.items() if len(found) > MOST_ROWS[language]} == {}


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_a_stem_begins_as_its_word_does(language: str) -> None:
    """The lexicon looks a stem up among the words with its first letter."""
    for row in CONCEPTS:
        for word in words(row, language):
            plain = word.removeprefix("~")
            assert stem_of(plain, language)[0] == plain[0], plain


def test_no_concept_word_is_read_as_two() -> None:
    for row in CONCEPTS:
        for word in " ".join(row).replace("~", "").split():
            assert len(words_of(word)) == 1, word


def test_names_have_a_kind_and_stand_once() -> None:
    rows = read_rows("names.tsv")
    assert len(rows) >= 300
    assert all(len(row) == 3 and row[1] in KINDS for row in rows)
    assert [name for name, times in Counter(row[0] for row in rows).items() if times > 1] == []


def test_no_alias_means_two_names() -> None:
    meanings = defaultdict(set)
    for name, _, aliases in read_rows("names.tsv"):
        for alias in (name, *filter(None, (entry.strip() for entry in aliases.split(",")))):
            for language in ("uk", "ru"):
                stems = tuple(word.stem for word in words_of(alias.rstrip("^"), language))
                meanings[stems].add(name)
    assert {stems: found for stems, found in meanings.items() if len(found) > 1} == {}


def test_relations_are_between_known_names() -> None:
    names = {row[0].rstrip("^") for row in read_rows("names.tsv")}
    relations = set(read_sections("name_patterns.txt"))
    for owner, relation, owned in read_rows("name_relations.tsv"):
        assert relation in relations
        assert {owner, *(entry.strip() for entry in owned.split(","))} <= names


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_stop_words_stand_once(language: str) -> None:
    listed = [fold(word) for word in read_sections(f"stop_{language}.txt")["words"]]
    assert [word for word, times in Counter(listed).items() if times > 1] == []


@pytest.mark.parametrize("name", ["irregular_en.tsv", "irregular_uk.tsv", "irregular_ru.tsv"])
def test_an_irregular_form_has_one_base(name: str) -> None:
    forms = [form for row in read_rows(name) for form in row[1].split()]
    assert [form for form, times in Counter(forms).items() if times > 1] == []


def test_a_phrase_of_small_talk_has_one_intent() -> None:
    phrases = [fold(phrase) for listed in read_sections("small_talk.txt").values() for phrase in set(listed)]
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []


def test_number_words_have_one_value_of_a_kind() -> None:
    seen = [(kind, word) for kind, _, listed in read_rows("number_words.tsv") for word in listed.split()]
    assert [pair for pair, times in Counter(seen).items() if times > 1] == []


def test_every_list_says_at_its_top_what_it_is() -> None:
    for name in ("concepts.tsv", "names.tsv", "compounds.tsv", "small_talk.txt", "endings_uk.txt", "common_en.txt"):
        assert read_lines(name)


def test_fixed_terms_are_folded_and_have_two_words_or_more() -> None:
    for word, terms in read_rows("compounds.tsv"):
        assert word == fold(word)
        for term in terms.split(", "):
            assert term == fold(term), term
            assert len(term.split()) > 1, term
