"""What an input is taken for, in which encoding, and how a broken one is refused."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from knowledge.errors import InvalidStory, StorylineError, UnreadableInput
from knowledge.model.story import Story
from knowledge.stories.page_text import read_page_text
from knowledge.stories.reading import LARGEST_BYTES, read_bytes, read_path
from tests.knowledge.stories.page_texts import FOLDER, page
from tests.knowledge.stories.test_story_file import STORY


@pytest.mark.parametrize(
    ("data", "name", "format", "described"),
    [
        (page("seawall.en").encode(), "seawall.txt", "page", "the channel's page text in English with 3 questions"),
        (page("battery.uk").encode(), "seawall", "page", "the channel's page text in Ukrainian with 2 questions"),
        (page("bridge.ru").encode(), "a.md", "page", "the channel's page text in Russian with one question"),
        (b"Clocks\n\nThe museum opened.", "a.txt", "page", "a text without the channel's furniture in English"),
        (STORY.encode(), "story.toml", "story", "an authored story in English"),
        (b"# ours\n" + STORY.encode(), "story", "story", "an authored story in English"),
        (b"<html><h1>Clocks</h1><p>The museum opened.</p>", "a", "html", "a web page in English"),
        (b"\n<!-- x --><!DOCTYPE HTML><h1>Clocks</h1><p>It opened.</p>", "a.txt", "html", "a web page in English"),
        (b"question,answer\nIs it open?,Yes.\n", "a.txt", "faq", "a table of one question (CSV) in English"),
    ],
)
def test_an_input_is_taken_for_what_it_is(data: bytes, name: str, format: str, described: str) -> None:
    reading = read_bytes(data, name=name)
    assert (reading.format, reading.described, len(reading.stories)) == (format, described, 1)


def test_a_feed_is_as_many_stories_as_it_has_entries() -> None:
    items = "".join(f"<item><title>Clock {n}</title><description>It ticks.</description></item>" for n in (1, 2))
    reading = read_bytes(f"<?xml version='1.0'?><rss version='2.0'><channel>{items}</channel></rss>".encode(), name="x")
    assert (reading.format, reading.described) == ("feed", "a feed with 2 entries")
    assert {story.title for story in reading.stories} == {"Clock 1", "Clock 2"}


def test_a_page_with_commas_and_tabs_is_no_table() -> None:
    text = "Clocks, big, loud\n\nOne,\ttwo, three clocks.\n\nAnd one, more."
    assert read_bytes(text.encode(), name="a.txt").format == "page"


def test_the_given_format_wins() -> None:
    assert read_bytes(b"question,answer\n\nIs it open?,Yes.\n", name="a.csv", format="page").format == "page"
    with pytest.raises(UnreadableInput, match="no readable TOML"):
        read_bytes(page("seawall.en").encode(), name="a.txt", format="story")
    with pytest.raises(UnreadableInput, match='"poem" is no format'):
        read_bytes(b"Roses\n\nAre red.", name="a.txt", format="poem")


def test_a_page_that_was_fetched_has_the_address_it_was_fetched_from() -> None:
    story = read_bytes(page("seawall.en").encode(), name="https://example.org/en/news/seawall").stories[0]
    assert (story.slug, story.url) == ("seawall", "https://example.org/en/news/seawall")


@pytest.mark.parametrize("name", ["seawall.en", "battery.uk", "bridge.ru"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
def test_every_usual_encoding_gives_the_same_story(name: str, encoding: str) -> None:
    assert read_bytes(page(name).encode(encoding), name="a.txt").stories == (read_page_text(page(name)),)


def test_accents_in_windows_1252_are_read() -> None:
    story = read_bytes("Zürich café\n\nThe café’s “señor” opened it – at last.".encode("cp1252"), name="a.txt").stories[
        0
    ]
    assert story.lead == "The café’s “señor” opened it – at last."


def test_an_html_page_is_read_in_the_encoding_that_it_names() -> None:
    html = '<html><meta charset="koi8-r"><title>Часы</title><p>Музей открылся.</p></html>'
    assert read_bytes(html.encode("koi8-r"), name="a.html").stories[0].title == "Часы"


def story_of(data: bytes) -> Story:
    return read_bytes(data, name="x.txt").stories[0]


UKRAINIAN = page("battery.uk")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "x.txt: The file is empty."),
        (b" \r\n\t\n", "x.txt: The file is empty."),
        (b"\xef\xbb\xbf", "x.txt: The file is empty."),
        (b"\xff\xfe", "x.txt: The file is empty."),
        (b"\x00" * 1000, "x.txt: The file is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "x.txt: The file is a picture, not a text."),
        (b"%PDF-1.7 text", "x.txt: The file is a PDF document, not a text."),
        (b"PK\x03\x04" + bytes(100), "x.txt: The file is a ZIP archive or an office document, not a text."),
        (bytes(range(256)) * 50, "x.txt: The file is no text in UTF-8, UTF-16 or Windows-1251."),
        (b"Clocks\n\nThe museum \x00opened.", "x.txt: The file is binary"),
        (b"Clocks\n\n\x01\x02\x03\x04\x05\x06", "x.txt: The file is binary"),
        (UKRAINIAN.encode("koi8-u", "ignore"), "x.txt: The file is no text in UTF-8, UTF-16 or Windows-1251."),
        (UKRAINIAN.encode("cp866", "ignore"), "x.txt: The file is no text in UTF-8, UTF-16 or Windows-1251."),
        (UKRAINIAN.encode("utf-16")[:-1], "x.txt: The file begins as UTF-16 and is broken at byte"),
        (UKRAINIAN.encode()[:-1] + b"\xd0", "x.txt: The file is UTF-8 and is broken at byte"),
        (
            b"Clocks\n\nThe caf\xc3\xa9\xe2\x80\x99s hall \xff opened.",
            "x.txt: The file is UTF-8 and is broken at byte 27.",
        ),
        (UKRAINIAN.encode().decode("cp1252", "replace").encode(), "x.txt: The text is garbled"),
        (UKRAINIAN.encode().decode("latin-1").encode(), "x.txt: The text is garbled"),
        (UKRAINIAN.encode().decode("cp1251", "replace").encode(), "x.txt: The text is garbled"),
        (UKRAINIAN.encode("ascii", "replace").replace(b"?", "\ufffd".encode()), "x.txt: The text is garbled"),
        (
            "Clocks\n\nHalf \ud800 here.".encode("utf-16", "surrogatepass"),
            "x.txt: The file begins as UTF-16 and is broken",
        ),
        ("Clocks\n\nHalf \ud800 here.".encode("utf-8", "surrogatepass"), "x.txt: The file holds half a character"),
        (b"x" * 10_000_000, "x.txt: The first line is 10,000,000 characters long"),
        (b"Clocks\n\n" + b"tick " * 2_000_000, "x.txt: One lead has 9,999,999 characters"),
        (b"Clocks", "x.txt: There is a title and no text under it"),
        (b"<rss version='2.0'><channel/></rss>", "x.txt: The feed has no entries."),
        (bytes(LARGEST_BYTES + 1), "x.txt: The file has 50 MB; the most that can be read is 50 MB."),
    ],
    ids=range(27),
)
def test_a_broken_input_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(StorylineError) as raised:
        story_of(data)
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "piece", ["word. ", "Aa ", "• A: b\n", "Short line\n", "What is it?\n", "1. a\n", "a,b\n", '"', "«А. "]
)
def test_a_megabyte_of_anything_is_read_or_refused_within_seconds(piece: str) -> None:
    data = ("Clocks\n\n" + piece * (1_000_000 // len(piece))).encode()
    started = time.perf_counter()
    with suppress(StorylineError):
        story_of(data)
    assert time.perf_counter() - started < 10


def test_a_file_is_read_from_its_path() -> None:
    assert read_path(FOLDER / "bridge.ru.txt").stories == (read_page_text(page("bridge.ru")),)


def test_a_path_without_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"nothing\.txt: There is no such file\.$"):
        read_path(tmp_path / "nothing.txt")
    with pytest.raises(UnreadableInput, match=r"This is a folder; name a file\.$"):
        read_path(tmp_path)
    with pytest.raises(UnreadableInput, match=r"This is no ordinary file\.$"):
        read_path(Path("/dev/null"))
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(LARGEST_BYTES * 2)
    with pytest.raises(UnreadableInput, match=r"has 100 MB; the most that can be read is 50 MB\.$"):
        read_path(tmp_path / "large.txt")


def test_a_story_that_contradicts_itself_stays_an_invalid_story() -> None:
    with pytest.raises(InvalidStory, match=r"^x\.txt: The question"):
        story_of(b"Clocks\n\nFAQ\n\nIs it open?\n")
