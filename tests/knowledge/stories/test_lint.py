"""What an editor is told before publishing."""

from dataclasses import replace

import pytest

from knowledge.stories.lint import lint
from knowledge.stories.page_text import read_page_text
from knowledge.stories.story_file import read_story_file
from tests.knowledge.stories.page_texts import page, small_page
from tests.knowledge.stories.test_story_file import STORY


def remarks(text: str) -> set[tuple[str, str]]:
    return {(remark.severity, remark.place) for remark in lint(read_page_text(text))}


def test_a_good_page_gets_notes_only() -> None:
    found = lint(read_page_text(page("seawall.en")))
    assert {remark.severity for remark in found} == {"note"}
    assert [remark.sentence for remark in found if remark.place == "lead-2"] == [
        'The figure is hedged ("reportedly"); answers keep the hedge.'
    ]


@pytest.mark.parametrize(
    ("body", "severity", "place"),
    [
        ("It is loud.", "note", "faq"),
        ("It is loud.", "note", "channel"),
        ("word " * 61 + "end.", "warning", "s1-p1-1"),
        ("It holds nine hundred clocks.", "warning", "s1-p1-1"),
        ("Lost \ufffd here.", "warning", "s1-p1-1"),
        ("Близько 40 годинників стоять.", "note", "s1-p1-1"),
        ("About 40 clocks stand.", "note", "s1-p1-1"),
    ],
)
def test_what_stands_out_is_remarked_at_its_place(body: str, severity: str, place: str) -> None:
    assert (severity, place) in remarks(small_page(body))


@pytest.mark.parametrize("body", ["It is loud.", "It was sold over the internet in 1999.", "It reportedly rings."])
def test_a_plain_sentence_is_not_remarked(body: str) -> None:
    assert not [place for _, place in remarks(small_page(body)) if place.startswith("s1")]


def test_missing_parts_are_remarked() -> None:
    story = replace(read_page_text(page("seawall.en")), lead=None, sections=(), source=None, title="Long " * 40)
    found = {(remark.severity, remark.place) for remark in lint(story)}
    assert {("warning", "lead"), ("note", "source"), ("warning", "title")} <= found
    assert ("warning", "sections") not in found
    assert ("warning", "sections") in {(remark.severity, remark.place) for remark in lint(replace(story, faq=()))}


def test_one_phrasing_of_two_facts_is_a_warning() -> None:
    text = STORY.replace('asks = ["opening hours"]', 'asks = ["when did it open"]')
    found = [remark for remark in lint(read_story_file(text)) if remark.severity == "warning"]
    assert [remark.place for remark in found] == ["hours"]
    assert "opening" in found[0].sentence
