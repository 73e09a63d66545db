"""Reads any file or page that holds stories, and says what it took it for."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.errors import InvalidStory, StorylineError, UnreadableInput
from knowledge.model.story import Story
from knowledge.stories.decoding import decoded
from knowledge.stories.faq_table import holds_questions, read_delimited, read_json_lines
from knowledge.stories.feed import read_feed
from knowledge.stories.page_text import read_page_text
from knowledge.stories.slug import slug_of
from knowledge.stories.story_file import read_story_file
from knowledge.stories.web_page import read_web_page

FORMATS = ("page", "story", "faq", "html", "feed")
LARGEST_BYTES = 50 * 1024 * 1024
LONGEST_PIECE = 100_000  # characters in one paragraph or answer

_LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian"}
_SUFFIXES = {
    ".toml": "story", ".csv": "faq", ".tsv": "faq", ".jsonl": "faq", ".ndjson": "faq", ".json": "faq",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
_HTML = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|script|style|h1|p)\b)", re.IGNORECASE
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b")
_PROLOGUE = re.compile(r"(?:\s+|<\?xml[^>]{0,200}\?>|<!--(?:[^-]|-(?!->))*-->)*")
_TOML_LINE = re.compile(r"(?:[a-z_]+\s*=\s*[\"'\d\[{]|\[\[?[a-z_.]+\]\]?\s*(?:#.*)?$)")
_JSON_START = re.compile(r"\s*(?:\{|\[\s*\{)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What an input was taken for: `format` is one of FORMATS; `described` completes "This is …"."""

    format: str
    described: str
    stories: tuple[Story, ...]


def read_path(path: Path, format: str | None = None) -> Reading:
    """Reads the file at `path`, as `format` if given. Raises UnreadableInput or InvalidStory with one sentence."""
    try:
        if path.is_dir():
            raise UnreadableInput(f"{path}: This is a folder; name a file.")
        if not path.exists():
            raise UnreadableInput(f"{path}: There is no such file.")
        if not path.is_file():
            raise UnreadableInput(f"{path}: This is no ordinary file.")
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableInput(f"{path}: {_too_large(path.stat().st_size)}")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableInput(f"{path}: The file cannot be read: {reason}.") from error
    return read_bytes(data, name=str(path), format=format)


def read_bytes(data: bytes, *, name: str, format: str | None = None) -> Reading:
    """Reads what a file or an address held; `name` is its path or address and stands before every complaint.

    Raises UnreadableInput where it holds no story in any known format (or none in `format`), InvalidStory where the
    story contradicts itself. At most 50 MB; time grows in proportion to the size.
    """
    try:
        if len(data) > LARGEST_BYTES:
            raise UnreadableInput(_too_large(len(data)))
        text = decoded(data)
        taken_for = format or _format_of(text, name)
        reading = _feed(data) if taken_for == "feed" else _read(text, name, taken_for)
        for story in reading.stories:
            _insist_on_sizes(story)
        return reading
    except StorylineError as error:
        kind = InvalidStory if isinstance(error, InvalidStory) else UnreadableInput
        raise kind(f"{name}: {error}") from error


def _insist_on_sizes(story: Story) -> None:
    """Raises UnreadableInput for a piece that nobody wrote as a title, paragraph or answer."""
    texts = [("lead", story.lead or "")]
    texts += [("paragraph", block.text) for section in story.sections for block in section.blocks]
    texts += [("answer", entry.answer) for entry in story.faq]
    asked = [(entry.question, *entry.asks, *entry.leaves_open) for entry in story.faq]
    texts += [("question", question) for questions in asked for question in questions]
    for part, text in texts:
        if len(text) > LONGEST_PIECE:
            raise UnreadableInput(
                f"One {part} has {len(text):,} characters; the most that it may have is {LONGEST_PIECE:,}."
            )


def _too_large(size: int) -> str:
    return (
        f"The file has {size / 1024 / 1024:,.0f} MB; the most that can be read is {LARGEST_BYTES // 1024 // 1024} MB."
    )


def _format_of(text: str, name: str) -> str:
    """What `text` looks like, the ending of its name helping."""
    beginning = text[:20_000]
    prologue = _PROLOGUE.match(beginning)
    start = prologue.end() if prologue else 0
    if _FEED.match(beginning, start):
        return "feed"
    if _HTML.match(beginning, start):
        return "html"
    by_name = _SUFFIXES.get(_suffix(name))
    if by_name and (by_name != "html" or "<" in text):
        return by_name
    if _JSON_START.match(beginning):
        return "faq"
    if _TOML_LINE.match(_first_line(beginning)):
        return "story"
    return "faq" if holds_questions(text) else "page"


def _suffix(name: str) -> str:
    return Path(re.split(r"[?#]", name)[0]).suffix.lower() if "://" in name else Path(name).suffix.lower()


def _first_line(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line and not line.startswith("#")), "")


def _read(text: str, name: str, format: str) -> Reading:
    address = name if name.startswith(("http://", "https://")) else None
    match format:
        case "page":
            return _page(text, address)
        case "story":
            story = read_story_file(text)
            return Reading(format, f"an authored story in {_language(story)}", (story,))
        case "html":
            story = read_web_page(text, address=address)
            return Reading(format, f"a web page in {_language(story)}{_and_questions(story)}", (story,))
        case "faq":
            return _table(text, name)
        case _:
            raise UnreadableInput(f'"{format}" is no format; there are {", ".join(FORMATS)}.')


def _feed(data: bytes) -> Reading:
    """The entries as stories; of two with one slug the later. The feed's reader finds the encoding by itself."""
    stories = {entry.story.slug: entry.story for entry in read_feed(data)}
    if not stories:
        raise UnreadableInput("The feed has no entries.")
    told = f"{len(stories)} entries" if len(stories) > 1 else "one entry"
    return Reading("feed", f"a feed with {told}", tuple(stories.values()))


def _page(text: str, address: str | None) -> Reading:
    story = read_page_text(text)
    if address:
        story = replace(story, url=address, slug=slug_of(story.title, address))
    bare = not (story.source or story.minutes or story.channel)
    kind = "a text without the channel's furniture" if bare else "the channel's page text"
    return Reading("page", f"{kind} in {_language(story)}{_and_questions(story)}", (story,))


def _table(text: str, name: str) -> Reading:
    stem = Path(name).stem
    if _JSON_START.match(text) or "json" in _suffix(name):
        story, kind = read_json_lines(text, name=stem), "JSON Lines"
    else:
        story, kind = read_delimited(text, name=stem)
    questions = sum(1 + len(entry.asks) for entry in story.faq)
    answers = len(story.faq)
    told = f"{questions:,} questions" if questions != 1 else "one question"
    fewer = f" with {answers:,} answer{'s' if answers > 1 else ''}" if answers != questions else ""
    return Reading("faq", f"a table of {told}{fewer} ({kind}) in {_language(story)}", (story,))


def _language(story: Story) -> str:
    return _LANGUAGES.get(story.language, f'the language "{story.language}"')


def _and_questions(story: Story) -> str:
    match len(story.faq):
        case 0:
            return ""
        case 1:
            return " with one question"
        case count:
            return f" with {count:,} questions"
