"""What the gate is fitted on: sources of stories and questions, each with the weight of its examples."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from knowledge.errors import UnreadableInput
from knowledge.evaluation.left_out import silenced
from knowledge.model.story import Block, BlockKind, FaqEntry, Section, Story
from knowledge.stories.bundled_stories import bundled_stories
from knowledge.stories.reading import read_path


class Source(BaseModel):
    """Stories and the questions asked of them; weights as gate_recipe.toml explains."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    stories: tuple[str, ...]
    questions: tuple[str, ...] = ()
    phrasings: bool = True
    left_out: int = Field(0, ge=0)
    answers: float = Field(0.0, ge=0)
    refusals: float = Field(0.0, ge=0)
    foreign: float = Field(0.0, ge=0)


class Recipe(BaseModel):
    """All sources."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: tuple[Source, ...]


def packaged_recipe() -> Recipe:
    """The recipe of the gate that ships."""
    text = files("knowledge.evaluation").joinpath("gate_recipe.toml").read_text(encoding="utf-8")
    return Recipe.model_validate(tomllib.loads(text))


def stories_of(source: Source, folder: Path) -> dict[str, Story]:
    """The source's stories, by slug and by the name of their file. Raises UnreadableInput where a file is missing."""
    found: dict[str, Story] = {}
    for pattern in source.stories:
        if pattern == "bundled":
            bundled = bundled_stories()
            found |= {s.slug: s if source.phrasings else replace(silenced(s), faq=()) for s in bundled}
            continue
        for path in paths_of(pattern, folder):
            stories = public_stories(path) if path.suffix == ".jsonl" else read_path(path, None).stories
            found |= {story.slug: story for story in stories}
            if path.suffix != ".jsonl":
                found[path.name] = stories[0]
    return found


def paths_of(pattern: str, folder: Path) -> list[Path]:
    """The files that a pattern names, relative to `folder`. Raises UnreadableInput where there are none."""
    place = (folder / pattern).resolve()
    paths = sorted(place.parent.glob(place.name))
    if not paths:
        raise UnreadableInput(
            f"{pattern} is not there; the gate is fitted in a checkout with the public data beside it."
        )
    return paths


def public_stories(path: Path) -> tuple[Story, ...]:
    """Stories of public data, or the one bank of questions and answers."""
    with path.open(encoding="utf-8") as lines:
        first = json.loads(next(lines))
    return paragraph_stories(path) if "paragraphs" in first else (bank_story(path),)


def bank_story(path: Path) -> Story:
    """A bank, an entry a line: `answer` (a label) and its `questions`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    entries = tuple(FaqEntry(row["questions"][0], row["answer"], tuple(row["questions"][1:])) for row in rows)
    return Story("bank", "en", "Bank", faq=entries)


def paragraph_stories(path: Path) -> tuple[Story, ...]:
    """Stories of public data, a line each: `story` (its name), `title`, `paragraphs`."""
    return tuple(
        Story(row["story"], "en", row["title"].replace("_", " "), sections=(Section(None, tuple(blocks(row))),))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    )


def blocks(row: dict[str, list[str]]) -> Iterator[Block]:
    """A line's paragraphs, single spaces between their words."""
    for text in row["paragraphs"]:
        yield Block(BlockKind.PARAGRAPH, " ".join(text.split()))
