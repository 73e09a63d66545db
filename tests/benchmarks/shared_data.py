"""The public data that retrieval is tuned on: stories with questions, a bank of questions, utterances off any topic.

The files are no part of the project; `data_folder` says so plainly where they are not there.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.evaluation.recipe import paragraph_stories
from knowledge.model.story import FaqEntry, Story
from knowledge.stories.units import units_of

FOLDER = Path("../shared/data")
OWN = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a story or bank; no `answers` where there is none."""

    place: str
    text: str
    answers: tuple[str, ...]


def data_folder(folder: Path) -> Path:
    """`folder`; ends the program with a sentence where the data is not there."""
    if not (folder / "stories.jsonl").exists():
        sys.exit(f"The public data is not at {folder}: name its folder with --data. Nothing was measured.")
    return folder


def stories(folder: Path) -> dict[str, StoryIndex]:
    """Every story by name, as the answering holds it."""
    return {story.slug: indexed(story) for story in paragraph_stories(folder / "stories.jsonl")}


def indexed(story: Story) -> StoryIndex:
    """The story as the answering holds it."""
    return StoryIndex(story, units_of(story), 1)


def story_questions(folder: Path) -> list[Asked]:
    """The stories' questions."""
    return [
        Asked(row["story"], row["question"], tuple(row["answers"]) if row["expect"] == "answer" else ())
        for row in rows_of(folder, "story_questions")
    ]


def russian_stories() -> dict[str, StoryIndex]:
    """Our own Russian texts by name."""
    stories = paragraph_stories(OWN / "russian_stories.jsonl")
    return {story.slug: indexed(replace(story, language="ru")) for story in stories}


def russian_questions() -> list[Asked]:
    """The questions on our own Russian texts."""
    rows = rows_of(OWN, "russian_questions")
    return [Asked(row["story"], row["question"], tuple(row["answers"])) for row in rows if row["expect"] == "answer"]


def off_topic(folder: Path) -> list[str]:
    """What has nothing to do with any story."""
    return [row["question"] for row in rows_of(folder, "off_topic")]


def bank(folder: Path, phrasings: int) -> StoryIndex:
    """The bank with the first `phrasings` questions of each entry; its answers are labels."""
    entries = tuple(
        FaqEntry(row["questions"][0], row["answer"], tuple(row["questions"][1:phrasings]))
        for row in rows_of(folder, "faq_variants")
    )
    return indexed(Story("bank", "en", "Bank", faq=entries))


def bank_questions(folder: Path) -> list[Asked]:
    """Real questions to the bank."""
    return [Asked("bank", row["question"], (row["answer"],)) for row in rows_of(folder, "faq_questions")]


def rows_of(folder: Path, name: str) -> Iterator[Any]:
    """The lines of one file."""
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
