"""Related words, translations, and names meant by other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.data_files import read_rows
from knowledge.language.lexicon import Lexicon, load_lexicon
from knowledge.language.stems import stem_of
from knowledge.language.words import words_of


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def weight(lexicon: Lexicon, word: str, other: str, language: str | None = None) -> float:
    found = {related.stem: related.weight for related in lexicon.related(stem_of(word, language), language)}
    return max(found.get(stem_of(other, "uk"), 0.0), found.get(stem_of(other, "ru"), 0.0))


def names(lexicon: Lexicon, text: str) -> list[str]:
    return [hit.name for hit in lexicon.aliases_in(words_of(text))]


@pytest.mark.parametrize(
    ("word", "other", "least"),
    [
        ("spend", "outlay", 0.9),
        ("spend", "витрачає", 0.85),
        ("spend", "тратит", 0.85),
        ("spend", "pay", 0.7),
        ("revenue", "turnover", 0.85),
        ("customers", "clients", 0.85),
        ("lawmakers", "politicians", 0.6),
        ("refuse", "declines", 0.6),
        ("danger", "risk", 0.6),
        ("employees", "staff", 0.85),
        ("monitoring", "watches", 0.6),
        ("bill", "cost", 0.7),
        ("backers", "investors", 0.7),
        ("axed", "cancelled", 0.7),
        ("постачальник", "supplier", 0.8),
        ("клієнти", "customers", 0.8),
        ("прибуток", "profit", 0.8),
        ("сервери", "servers", 0.8),
        ("законодавці", "lawmakers", 0.8),
        ("країна", "territory", 0.5),
        ("китайський", "Chinese".lower(), 0.8),
        ("щорічно", "annually", 0.8),
    ],
)
def test_words_of_one_concept_are_related(lexicon: Lexicon, word: str, other: str, least: float) -> None:
    assert weight(lexicon, word, other) >= least


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("поставщик", "supplier"),
        ("клиенты", "customers"),
        ("рост", "growth"),
        ("риск", "risk"),
        ("сотрудники", "staff"),
    ],
)
def test_russian_words_lead_to_english_ones(lexicon: Lexicon, word: str, english: str) -> None:
    assert weight(lexicon, word, english, "ru") >= 0.8


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [
        ("автобусний", "uk", "bus"),
        ("профінансував", "uk", "fund"),
        ("заплатила", "uk", "pay"),
        ("профинансировал", "ru", "fund"),
        ("автобусная", "ru", "bus"),
        ("перепродать", "ru", "sell"),
    ],
)
def test_a_word_made_of_a_listed_one_is_understood(lexicon: Lexicon, word: str, language: str, english: str) -> None:
    assert weight(lexicon, word, english, language) >= 0.8


def test_a_word_that_is_turned_into_its_opposite_is_not(lexicon: Lexicon) -> None:
    assert lexicon.related(stem_of("непопулярний", "uk"), "uk") == ()


@pytest.mark.parametrize(
    ("word", "other"),
    [("buy", "sell"), ("win", "lose"), ("allow", "ban"), ("grow", "fall"), ("train", "railway"), ("year", "river")],
)
def test_opposites_and_namesakes_are_not_related(lexicon: Lexicon, word: str, other: str) -> None:
    assert weight(lexicon, word, other) <= 0.75
    assert lexicon.related(stem_of(word))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("phone", "circle"),
        ("form", "found"),
        ("premier", "pm"),
        ("fit", "match"),
        ("ceo", "chief"),  # a chief lawyer is none
        ("launch", "found"),  # of finding; "founded" is another word
        ("see", "hammer"),
        ("led", "lamp"),
        ("lent", "ramadan"),
        ("shot", "vaccine"),
        ("left", "remain"),
        ("earn", "pay"),
    ],
)
def test_a_word_of_several_meanings_does_not_join_what_they_mean(lexicon: Lexicon, word: str, other: str) -> None:
    assert weight(lexicon, word, other) == 0.0


def test_a_word_that_only_makes_a_superlative_means_no_length(lexicon: Lexicon) -> None:
    assert weight(lexicon, "самый", "long", "ru") == 0.0


def test_every_word_of_a_row_is_found(lexicon: Lexicon) -> None:
    for cells in read_rows("concepts.tsv"):
        for language, cell in zip(("en", "uk", "ru"), cells, strict=True):
            for word in cell.split():
                assert lexicon.related(stem_of(word.lstrip("~"), language), language), word


def test_no_word_is_related_to_itself_and_the_best_come_first(lexicon: Lexicon) -> None:
    related = lexicon.related("spend")
    assert "spend" not in {one.stem for one in related}
    assert [one.weight for one in related] == sorted((one.weight for one in related), reverse=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TikTok's owner", ["ByteDance"]),
        ("the TikTok company", ["ByteDance"]),
        ("the people behind Claude", ["Anthropic"]),
        ("материнська фірма TikTok", ["ByteDance"]),
        ("хозяин TikTok", ["ByteDance"]),
        ("the company that owns TikTok", ["ByteDance"]),
        ("власника тіктоку", ["ByteDance"]),
        ("владелец ТикТока", ["ByteDance"]),
        ("the ChatGPT maker", ["OpenAI"]),
        ("розробник Чат ГПТ", ["OpenAI"]),
        ("the Windows maker", ["Microsoft"]),
        ("Redmond", ["Microsoft"]),
        ("MSFT and NVDA", ["Microsoft", "Nvidia"]),
        ("Майкрософту і мелкософта", ["Microsoft", "Microsoft"]),
        ("Тенсентом", ["Tencent"]),
        ("у Сінгапурі, в Сингапуре", ["Singapore", "Singapore"]),
        ("US lawmakers", ["United States"]),
        ("from the PRC to США", ["China", "United States"]),
        ("Альтман і Наделла", ["Sam Altman", "Satya Nadella"]),
    ],
)
def test_a_name_is_known_by_its_other_names(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    assert names(lexicon, text) == expected


@pytest.mark.parametrize(
    "text",
    ["who told us", "the information is here", "мета закону", "одягти маску", "your paper cup", "what a visa costs"],
)
def test_ordinary_words_are_no_names(lexicon: Lexicon, text: str) -> None:
    assert names(lexicon, text) == []


def test_who_owns_a_thing_is_not_answered_by_reading_the_question(lexicon: Lexicon) -> None:
    assert names(lexicon, "Who is the owner of TikTok?") == ["TikTok"]
    assert names(lexicon, "What does the owner of TikTok pay?") == ["ByteDance"]


def test_a_hit_tells_its_words_and_kind(lexicon: Lexicon) -> None:
    (hit,) = lexicon.aliases_in(words_of("does the owner of TikTok pay"))
    assert (hit.first, hit.last, hit.kind) == (2, 4, "company")


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(text: str) -> None:
    lexicon = load_lexicon()
    words = words_of(text)
    for word in words:
        assert all(0 < related.weight <= 1 for related in lexicon.related(word.stem))
    assert all(0 <= hit.first <= hit.last < len(words) for hit in lexicon.aliases_in(words))


@pytest.mark.parametrize(
    ("text", "name"),
    [("что сказала ВОЗ", "World Health Organization"), ("правила СОТ", "World Trade Organization")],
)
def test_initials_that_are_the_stem_of_a_word_name_somebody_in_capitals_only(
    text: str, name: str, lexicon: Lexicon
) -> None:
    assert name in names(lexicon, text)
    assert names(lexicon, "хто возить соти мокрого меду") == []
