"""What `load` and `publish` read: files, addresses, and the bundled stories."""

from pathlib import Path

from bot.gathering.fetching import fetch
from knowledge.stories.bundled_stories import bundled_stories
from knowledge.stories.reading import Reading, read_bytes, read_path

FORMATS = ("page", "story", "faq", "html", "feed")


async def read_input(place: str, wanted: str | None) -> Reading:
    """Reads the file or address `place`. Raises StorylineError with one sentence where it holds no story."""
    if place == "bundled" and not Path(place).exists():
        return Reading("story", "the stories that ship with Storyline", bundled_stories())
    if place.startswith(("http://", "https://")):
        page = await fetch(place)
        return read_bytes(page.body, name=place, format=wanted)
    return read_path(Path(place), wanted)
