"""Examples for the gate: which questions give one, with which label and weight."""

import json
from itertools import islice
from pathlib import Path

import pytest

from knowledge.answering.deciding import Decider
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.ranking.coverage import FEATURES
from knowledge.answering.ranking.fitting import Example
from knowledge.errors import UnreadableInput
from knowledge.evaluation.gate_examples import ExampleMaker, share_above
from knowledge.evaluation.recipe import Source, packaged_recipe, stories_of
from knowledge.language.lexicon import load_lexicon
from knowledge.stories.units import units_of

STORIES = [
    {
        "story": "harbour",
        "title": "The harbour reopens",
        "paragraphs": ["The harbour of Calder reopens on 4 May.  Captain Ines Rowe will steer the first ferry."],
    },
    {"story": "orchard", "title": "Frost in the orchard", "paragraphs": ["Frost killed nine apple trees in April."]},
]
ROWS = [
    {"question": "When does the harbour reopen?", "expect": "answer", "answers": ["4 May"], "story": "harbour"},
    {"question": "Who steers the first ferry?", "expect": "answer", "answers": ["nobody"], "story": "harbour"},
    {"question": "What did the ferry cost?", "expect": "refuse", "story": "harbour"},
    {"question": "hello", "expect": "smalltalk"},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two stories and four rows."""
    (tmp_path / "stories.jsonl").write_text("\n".join(map(json.dumps, STORIES)))
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    return tmp_path


def source(**weights: float) -> Source:
    """The stories and rows of `folder` as a source."""
    return Source.model_validate(
        {"name": "test", "stories": ("stories.jsonl",), "questions": ("rows.jsonl",), **weights}
    )


def examples(folder: Path, **weights: float) -> list[Example]:
    """What the rows come to."""
    return list(ExampleMaker(Decider(load_lexicon(), load_gate()), source(**weights), folder).examples())


def test_answered_and_unanswered_rows_become_examples_and_wrongly_quoted_ones_do_not(folder: Path) -> None:
    found = examples(folder, answers=2.0, refusals=0.5)
    assert [(example.answered, example.weight) for example in found] == [(True, 2.0), (False, 0.5)]
    assert {example.story for example in found} == {"harbour"}
    assert all(example.features.keys() >= set(FEATURES) for example in found)


def test_a_sort_without_weight_gives_no_example(folder: Path) -> None:
    assert [example.answered for example in examples(folder, answers=1.0)] == [True]
    assert examples(folder) == []


def test_foreign_examples_ask_a_story_of_another_title_and_are_the_same_each_time(folder: Path) -> None:
    found = examples(folder, foreign=1.0)
    assert found == examples(folder, foreign=1.0)
    assert not any(example.answered for example in found)


def test_missing_data_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"stories\.jsonl is not there"):
        stories_of(source(answers=1.0), tmp_path)


def test_without_phrasings_a_bundled_story_keeps_its_words_and_loses_what_readers_ask(tmp_path: Path) -> None:
    bundled = Source.model_validate({"name": "bundled", "stories": ("bundled",), "questions": ()})
    whole = stories_of(bundled, tmp_path)
    bare = stories_of(bundled.model_copy(update={"phrasings": False}), tmp_path)
    assert list(whole) == list(bare)
    for slug, story in bare.items():
        assert any(unit.asks or unit.question for unit in units_of(whole[slug]))
        assert not any(unit.asks or unit.question for unit in units_of(story))
        texts = {unit.text for unit in units_of(whole[slug])}
        assert all(unit.text in texts for unit in units_of(story))


def test_the_recipe_that_ships_weighs_every_source(tmp_path: Path) -> None:
    sources = packaged_recipe().source
    assert len({each.name for each in sources}) == len(sources) >= 4
    assert all(each.answers + each.refusals > 0 for each in sources)


def test_the_share_above_a_threshold_counts_one_sort_only() -> None:
    rated = [(0.9, Example({}, True)), (0.4, Example({}, True)), (0.8, Example({}, False))]
    assert share_above(rated, 0.5, answered=True) == 0.5
    assert share_above(rated, 0.5, answered=False) == 1.0


def test_a_story_s_own_phrasings_are_asked_of_the_story_without_them(tmp_path: Path) -> None:
    own = Source.model_validate({"name": "own", "stories": ("bundled",), "left_out": 40, "answers": 0.5, "refusals": 1})
    maker = ExampleMaker(Decider(load_lexicon(), load_gate()), own, tmp_path)
    found = list(islice(maker.examples(), 60))
    assert {(example.answered, example.weight) for example in found} == {(True, 0.5), (False, 1.0)}
    assert all(example.features["taught"] == 1.0 for example in found)
    assert not any(example.features["phrasing"] == 1.0 for example in found)
