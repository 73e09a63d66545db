"""Questions about the page itself: how long a read, whose picture, which channel, who reported it first."""

from collections.abc import Mapping

from knowledge.answering.patterns import PatternFile
from knowledge.model.story import Unit

# Where the page does not know the first, the next is as good an answer.
_ELSE: Mapping[str, tuple[str, ...]] = {
    "minutes": ("minutes",),
    "views": ("views",),
    "picture": ("picture", "credit"),
    "credit": ("credit",),
    "channel": ("channel",),
    "date": ("date",),
    "author": (),
    "reporter": ("reporter", "source"),
    "scoop": ("reporter",),
    "source": ("source", "reporter"),
    "link": ("link", "source"),
    "category": ("category",),
    "title": ("title",),
}
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "reporter": ("source",), "scoop": ("source",), "source": ("reporter",), "link": ("source",), "picture": ("credit",),
}  # fmt: skip

_REPORTED = ("reporter", "scoop")
# Topics whose words stories use in senses of their own: "the picture is complex", "a link in the chain".
ALSO_WORDS_OF_STORIES = frozenset(
    {"picture", "link", "channel", "category", "minutes", "views", "title", "date", "scoop"}
)
# Where the page does not say it, the story may: "who first reported the fault?".
OR_OF_THE_STORY = frozenset({"scoop"})
_TOPICS = PatternFile("page_topics.txt")  # a topic stands for the furniture unit of the same name


def topic_of(folded: str) -> str | None:
    """What of the page a folded question asks about, or None."""
    return next((topic for topic, pattern in _TOPICS.items() if pattern.search(folded)), None)


def furniture_for(topic: str, furniture: Mapping[str, Unit], credit: Unit | None = None) -> tuple[Unit, ...]:
    """The furniture that answers `topic`, the best first; nothing where the page does not say it.

    `credit` is the sentence that says whom the outlet follows: it tells of the reporter better than the page does.
    """
    if credit is not None and topic in _REPORTED:
        named = furniture.get("furniture-reporter")
        return (credit,) if named is None else (named, credit)
    first = next((unit for name in _ELSE[topic] if (unit := furniture.get(f"furniture-{name}"))), None)
    if first is None:
        return ()
    beside = (furniture.get(f"furniture-{name}") for name in _TOGETHER.get(topic, ()))
    return (first, *(unit for unit in beside if unit is not None and unit is not first))
