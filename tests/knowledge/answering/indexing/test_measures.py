"""A measure asked for by its word is found by its shape: a speed in "95 kilometres an hour"."""

from pathlib import Path

import pytest

from knowledge.answering.indexing.measures import holds_measure, measure_of
from knowledge.answering.ranking.attempt import Attempts
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.reading.reading import Reader
from knowledge.language.lexicon import load_lexicon
from knowledge.language.stems import stem_of
from knowledge.model.answer import AskedKind, DirectAnswer, HedgedAnswer
from knowledge.stories.page_text import read_page_text
from tests.knowledge.answering.harbour import ask, index_of, quoted, telling

POSTS = Path(__file__).parents[3] / "data" / "later_posts"
PRAISE = "Sailors from Bergen praise the new ferry."


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("speed", "It sails at 40 kilometres an hour."),
        ("speed", "Дрон розганяється до 95 кілометрів на годину."),
        ("weight", "The anchor weighs 2 tonnes."),
        ("distance", "The quarry lies 14 kilometres from Moss."),
        ("length", "Each ship will be 86 metres long."),
        ("frequency", "A boat leaves every twenty minutes."),
        ("frequency", "Човен відходить тричі на день."),
        ("temperature", "Up to 342 degrees in the hottest vent."),
        ("load", "Апарат піднімає 2,5 кілограма."),
    ],
)
def test_a_sentence_holds_a_measure_by_its_shape(measure: str, text: str) -> None:
    assert holds_measure(measure, text)


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("speed", "Councillors voted to build a second line."),  # no "a second" of time
        ("weight", "Її вважали зниклою."),  # "вважали" is not "важать"
        ("length", "Швидкість не перевищує 20 кілометрів на годину."),
        ("distance", "It sails at 40 kilometres an hour."),
        ("frequency", "The boat left on Monday."),
    ],
)
def test_a_sentence_of_another_measure_does_not_hold_it(measure: str, text: str) -> None:
    assert not holds_measure(measure, text)


@pytest.mark.parametrize(("word", "measure"), [("speed", "speed"), ("швидкість", "speed"), ("вес", "weight")])
def test_a_word_asks_for_its_measure(word: str, measure: str) -> None:
    assert measure_of()[stem_of(word, "uk")] == measure


def test_a_word_for_a_measure_finds_the_sentence_that_holds_it() -> None:
    index = telling("The ferry Skua reaches 40 kilometres an hour.", "The ferry Skua cost nine million.", PRAISE)
    answer = ask("velocity of the ferry Skua?", indexes=(index,))
    assert isinstance(answer, DirectAnswer)
    assert quoted(answer) == "The ferry Skua reaches 40 kilometres an hour."


def test_how_often_asks_for_no_manner() -> None:
    assert Reader(load_lexicon()).read("How often does the ferry sail?", "en").kind is AskedKind.OTHER
    answer = ask("How often does the ferry sail?", indexes=(telling("The ferry sails twice a day.", PRAISE),))
    assert isinstance(answer, DirectAnswer)


def test_how_long_is_nothing_that_a_story_must_tell_of() -> None:
    question = Reader(load_lexicon()).read("How long did the voyage take?", "en")
    attempt = Attempts(load_lexicon(), load_gate()).attempt(question, telling("The voyage took nine days.", PRAISE))
    assert [word.word.text for word in attempt.coverage.attributes] == ["voyage", "take"]


def test_a_measure_that_a_unit_holds_covers_the_word_that_asks_for_it() -> None:
    question = Reader(load_lexicon()).read("velocity of the ferry Skua?", "en")
    skua = telling("The ferry Skua reaches 40 kilometres an hour.", PRAISE)
    covered = Attempts(load_lexicon(), load_gate()).attempt(question, skua).coverage
    assert [word.word.text for word in covered.missing] == ["velocity"]
    assert covered.features["story"] > 0.7


@pytest.mark.parametrize(
    ("post", "question"), [("regulation.txt", "ceo of zelenko"), ("health.txt", "share value dermalert")]
)
def test_keywords_about_somebody_want_that_very_thing_told(post: str, question: str) -> None:
    index = index_of(read_page_text((POSTS / post).read_text(encoding="utf-8")))
    assert isinstance(ask(question, indexes=(index,)), HedgedAnswer)
