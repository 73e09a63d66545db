"""The stories that ship with the bot."""

from importlib.resources import files

from knowledge.model.story import Story
from knowledge.stories.story_file import read_story_file


def bundled_stories() -> tuple[Story, ...]:
    """Every bundled story, originals before their translations, otherwise in the order of their file names."""
    folder = files("knowledge.stories.bundled")
    named = sorted((entry.name, entry) for entry in folder.iterdir() if entry.name.endswith(".toml"))
    stories = [read_story_file(entry.read_text(encoding="utf-8")) for _, entry in named]
    return tuple(sorted(stories, key=lambda story: story.translation_of is not None))
