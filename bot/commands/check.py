"""`storyline check PATH`: reads and lints a file, stores nothing."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.terminal import print_heading
from knowledge.model.story import Story
from knowledge.stories.as_json import story_json
from knowledge.stories.lint import lint
from knowledge.stories.reading import read_path


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline check`."""
    parser.add_argument("path", metavar="PATH", type=Path, help="a page text, story file, FAQ table or HTML page")
    parser.add_argument(
        "--format", choices=("page", "story", "faq", "html"), help="what the file is; default: found out"
    )
    parser.add_argument("--json", action="store_true", help="print the parsed story")


def perform(arguments: Namespace) -> int:
    """Reads the file and says what an editor should know."""
    reading = read_path(arguments.path, arguments.format)
    if arguments.json:
        stories = [story_json(story) for story in reading.stories]
        print(json.dumps(stories[0] if len(stories) == 1 else stories, ensure_ascii=False, indent=2))
        return 0
    print(f"{arguments.path}: {reading.described}.")
    for story in reading.stories:
        print_story(story)
    return 0


def print_story(story: Story) -> None:
    """A story's outline and the remarks on it."""
    blocks = sum(len(section.blocks) for section in story.sections)
    print_heading(story.title)
    print(f"  {story.language} · {len(story.sections)} sections, {blocks} blocks, {len(story.faq)} questions")
    remarks = lint(story)
    for remark in remarks:
        print(f"  {remark.severity}: {remark.place}: {remark.sentence}")
    if not remarks:
        print("  Nothing to remark.")
