"""Which unit fits best: what stands around it counts too."""

from dataclasses import replace
from pathlib import Path

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt, Attempts
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.reading.reading import Reader
from knowledge.language.lexicon import load_lexicon
from knowledge.language.stems import stem_of
from knowledge.model.story import Section
from knowledge.stories.page_text import read_page_text
from tests.knowledge.answering.harbour import HARBOUR, bullet, index_of, paragraph

POSTS = Path(__file__).parents[3] / "data" / "near_posts"


def _attempt(question: str, index: StoryIndex) -> Attempt:
    return Attempts(load_lexicon(), load_gate()).attempt(Reader(load_lexicon()).read(question, "en"), index)


def _best(question: str, index: StoryIndex) -> str:
    best = _attempt(question, index).best
    assert best is not None
    return index.units[best.position].unit.text


def test_the_sentence_that_has_all_words_fits_better_than_one_that_has_the_rare_ones() -> None:
    index = index_of(read_page_text((POSTS / "mural.txt").read_text(encoding="utf-8")))
    assert "covered the wall with grey paint" in _best("When was the wall painted over?", index)


def test_a_list_is_about_what_the_sentence_before_it_announces() -> None:
    blocks = (paragraph("The harbour's money goes to:"), bullet("Moss", "nine million."), paragraph("Moss is small."))
    index = index_of(replace(HARBOUR, sections=(Section(None, blocks),), faq=()))
    of_text = {entry.unit.text: place for place, entry in enumerate(index.units)}
    money = stem_of("money", "en")
    assert money in index.around.context_stems(of_text["Moss: nine million."])
    assert money not in index.around.context_stems(of_text["Moss is small."])


def test_labels_of_a_kind_are_shown_as_no_names() -> None:
    bullets = (bullet("Tier A", "Malaysia."), bullet("Tier B", "Qatar."), bullet("Hospital staff", "gets sixty."))
    named = (*bullets, bullet("Vikaborg", "leases two."))
    index = index_of(replace(HARBOUR, sections=(Section(None, named),), faq=()))
    assert index.names.shown == ("Vikaborg",)
