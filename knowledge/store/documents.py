"""A story as the bytes that are kept for each revision, and the difference between two revisions."""

import hashlib
import zlib

from pydantic import TypeAdapter

from knowledge.model.story import Story, Unit

STORY = TypeAdapter(Story)
# Left out where it is empty: stories kept before there was such a list are then still the same to the byte. Inside a
# text a quotation mark has a backslash before it, so nothing else can look like this.
_NOTHING_OPEN = b',"leaves_open":[]'
SHOWN_LENGTH = 90  # characters of a changed piece that the printed difference shows


def pack(story: Story) -> tuple[bytes, str]:
    """The story as compressed JSON, and the SHA-256 (hex) of that JSON."""
    document = STORY.dump_json(story).replace(_NOTHING_OPEN, b"")
    return zlib.compress(document, 6), hashlib.sha256(document).hexdigest()


def unpack(document: bytes) -> Story:
    """The story that `pack` made `document` of."""
    return STORY.validate_json(zlib.decompress(document))


def difference(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> tuple[str, ...]:
    """What changed from `old` to `new`, one line a piece: `+ key: text`, `- key: text`, `~ key: text`."""
    before = {unit.key: unit for unit in old}
    after = {unit.key: unit for unit in new}
    lines = [f"- {unit.key}: {shortened(unit.text)}" for unit in old if unit.key not in after]
    for unit in new:
        if unit.key not in before:
            lines.append(f"+ {unit.key}: {shortened(unit.text)}")
        elif before[unit.key].text != unit.text or before[unit.key].question != unit.question:
            lines.append(f"~ {unit.key}: {shortened(unit.text)}")
    return tuple(lines)


def shortened(text: str) -> str:
    """At most SHOWN_LENGTH characters, cut at a word."""
    if len(text) <= SHOWN_LENGTH:
        return text
    return text[:SHOWN_LENGTH].rsplit(" ", 1)[0] + " …"
