"""What stored phrasings teach: naive Bayes, and the two classifiers that a story's phrasings make."""

from collections.abc import Callable, Mapping
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.deciding import Decider
from knowledge.answering.indexing import naive_bayes
from knowledge.answering.indexing.lessons import enough, features_of
from knowledge.answering.indexing.naive_bayes import NaiveBayes, TfIdf
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.ranking.scoring import rank
from knowledge.evaluation.left_out import left_out
from knowledge.language.lexicon import load_lexicon
from knowledge.language.words import tokens_of
from knowledge.model.answer import Answer, AskedKind, DirectAnswer, Gap, Question, Refusal
from knowledge.model.story import Block, BlockKind, Fact, Section, Story
from knowledge.stories.units import units_of

OPENING = [
    "When does the pier open?", "What day is the pier opened?", "opening day of the pier", "date the pier opens",
    "On which day can one walk on the pier?", "when may we walk on the pier again",
]  # fmt: skip
COST = [
    "What did the pier cost?", "How much was paid for the pier?", "price of the pier", "what was the pier's price",
    "How expensive was the pier?", "sum that was paid for the pier",
]  # fmt: skip
OPEN = ["Who built the pier?", "name of the builder of the pier", "Which firm built the pier?", "pier builder"]


def story(opening: list[str] = OPENING, cost: list[str] = COST) -> Story:
    """Two facts about a pier."""
    facts = (
        Fact("opening", "The pier opens on 3 June.", tuple(opening), tuple(OPEN)),
        Fact("cost", "It cost 4 million crowns.", tuple(cost)),
    )
    block = Block(BlockKind.PARAGRAPH, " ".join(fact.text for fact in facts), facts=facts)
    return Story("pier", "en", "A pier for Ostby", sections=(Section(None, (block,)),))


def decide(question: Question, one: Story) -> Answer:
    """The answer of the story alone."""
    return Decider(load_lexicon(), load_gate()).decide(question, (index_of(one),))


def index_of(one: Story) -> StoryIndex:
    """The story, indexed."""
    return StoryIndex(one, units_of(one), 1)


def taught(documents: list[tuple[int, list[str]]]) -> Callable[..., Mapping[int, float]]:
    """What a classifier of these documents says of features."""
    weights = TfIdf([features for _, features in documents])
    bayes = NaiveBayes(len(weights))
    for label, features in documents:
        bayes.learn(label, weights.vector(features))
    return lambda features, *temperature: bayes.shares(weights.vector(features), *temperature)


def test_a_question_in_other_words_is_taken_for_the_unit_whose_phrasings_are_like_it() -> None:
    index = index_of(story())
    assert index.lessons is not None
    learnt = index.lessons.on(tokens_of("which date is it opened on"))
    assert max(learnt.units, key=learnt.units.__getitem__) == index.positions["opening"]
    assert sum(learnt.units.values()) == pytest.approx(1.0)


def test_a_question_like_those_left_open_is_told_from_those_that_are_answered() -> None:
    lessons = index_of(story()).lessons
    assert lessons is not None
    unanswered = lessons.on(tokens_of("the firm that was the builder")).left_open
    answered = lessons.on(tokens_of("how expensive was it, what price was paid")).left_open
    assert unanswered > 0.5 > answered


def test_of_units_that_fit_alike_the_one_that_was_learnt_is_first() -> None:
    index = index_of(story())
    for key in ("opening", "cost"):
        meant = index.positions[key]
        assert rank((), AskedKind.OTHER, {}, {meant: 0.6, 3 - meant: 0.4}, index)[0].position == meant


@pytest.mark.parametrize("question", ["Which side in chess has the opening advantage?", "What does a giraffe eat?"])
def test_words_that_only_phrasings_share_with_an_off_topic_question_answer_nothing(question: str) -> None:
    assert not isinstance(decide(Question(question), story()), DirectAnswer)


def test_a_question_with_a_word_unheard_of_and_little_else_is_off_topic() -> None:
    answer = decide(Question("What day is the giraffe?"), story())
    assert isinstance(answer, Refusal)
    assert answer.gap is Gap.OFF_TOPIC


def test_a_story_with_few_phrasings_teaches_nothing() -> None:
    few = index_of(story(OPENING[:2], COST[:1]))
    assert not enough(few.phrasings)
    assert few.lessons is None


def test_lessons_are_learnt_in_steps_before_the_first_question() -> None:
    lessons = index_of(story()).lessons
    assert lessons is not None
    assert len(list(lessons.prepare())) > 2
    assert not list(lessons.prepare())


def test_features_are_stems_pairs_and_runs_of_letters_each_once() -> None:
    features = features_of(tokens_of("pier pier"))
    assert features.count(" pi") == features.count("#pier") == features.count("pier_pier") == 1


@given(
    st.lists(st.tuples(st.integers(0, 3), st.lists(st.sampled_from("abcdef"), unique=True)), min_size=1),
    st.lists(st.sampled_from("abcxyz"), unique=True),
)
def test_shares_are_likelihoods_of_the_classes_that_were_seen(
    documents: list[tuple[int, list[str]]], asked: list[str]
) -> None:
    shares = taught(documents)(asked)
    assert set(shares) == {label for label, _ in documents}
    assert sum(shares.values()) == pytest.approx(1.0)
    assert all(0 <= share <= 1 for share in shares.values())


@given(
    st.lists(st.tuples(st.integers(0, 12), st.lists(st.sampled_from("abcdef"), unique=True)), min_size=1),
    st.lists(st.sampled_from("abcxyz"), unique=True),
)
def test_a_feature_of_many_classes_counts_as_much_as_if_each_were_summed_alone(
    documents: list[tuple[int, list[str]]], asked: list[str]
) -> None:
    with patch.object(naive_bayes, "_SPREAD", 0):
        alone = taught(documents)(asked)
    with patch.object(naive_bayes, "_SPREAD", 1000):
        together = taught(documents)(asked)
    assert together == pytest.approx(alone, abs=1e-4)


def test_a_higher_temperature_makes_the_classes_more_alike() -> None:
    shares = taught([(0, ["a", "b"]), (0, ["a"]), (1, ["c", "b"]), (1, ["c"])])
    assert 0.5 < shares(["a"], 4.0)[0] < shares(["a"])[0]


def test_every_phrasing_is_left_out_once_and_asked_of_a_story_without_it() -> None:
    asked = []
    for thinner, phrasings in left_out(story(), 4):
        kept = {text for unit in units_of(thinner) for text in (*unit.asks, *unit.leaves_open)}
        assert kept.isdisjoint(phrasing.text for phrasing in phrasings)
        assert len(kept) + len(phrasings) == len(OPENING + COST + OPEN)
        asked += [(phrasing.text, phrasing.answered) for phrasing in phrasings]
    assert sorted(asked) == sorted([(text, True) for text in OPENING + COST] + [(text, False) for text in OPEN])
