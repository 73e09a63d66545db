"""Reads the channel's page text: what its site shows of a story, as plain text."""

import re
from collections.abc import Sequence

from knowledge.errors import UnreadableInput
from knowledge.model.story import Picture, Story
from knowledge.stories.attribution import original_reporter_in
from knowledge.stories.page_body import block_of, is_heading, joined_lines, sections_of
from knowledge.stories.page_faq import split_faq
from knowledge.stories.page_footer import footer_of
from knowledge.stories.page_header import header_of
from knowledge.stories.plain_text import plain_lines
from knowledge.stories.slug import slug_of
from knowledge.stories.story_language import main_language

_CREDIT = re.compile(
    r"(?:^|\s*[·•|—–-]?\s*)(?:image\s+(?:source|credits?)|picture|photo(?:\s+(?:by|credit|source))?|source|credit"
    r"|джерело(?:\s+(?:зображення|фото|ілюстрації))?|фото|зображення|ілюстрація"
    r"|источник(?:\s+(?:изображения|фото|иллюстрации))?|изображение|иллюстрация)\s*:\s*(?P<credit>\S.{0,199})$",
    re.IGNORECASE,
)
_SURE_CREDIT = re.compile(
    r"(?:^|\s)[·•|—–-]?\s?(?:image\s+(?:source|credits?)|джерело\s+(?:зображення|фото|ілюстрації)"
    r"|источник\s+(?:изображения|фото|иллюстрации))\s*:\s*(?P<credit>\S.{0,199})$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 500  # characters
_LONGEST_PICTURE_TEXT = 2000  # characters


def read_page_text(text: str) -> Story:
    """The story of a page; what the page does not say is None. A page text gives neither address nor date.

    Raises UnreadableInput where there is no title with a text under it, InvalidStory where its FAQ is broken.
    """
    lines: Sequence[str] = plain_lines(text)
    header = header_of(list(lines[:8]))
    lines = lines[header.lines :]
    footer = footer_of(list(lines[1:]))
    lines = lines[: len(lines) - footer.lines]
    title = _title(lines)
    lines, faq = split_faq(lines[1:])
    lead, picture, rest = _opening(lines)
    sections = sections_of(rest)
    if not (lead or sections or faq):
        raise UnreadableInput("There is a title and no text under it, so this is no story.")
    body = [lead or "", *(block.text for section in sections for block in section.blocks)]
    faq_texts = [piece for entry in faq for piece in (entry.question, entry.answer)]
    return Story(
        slug=slug_of(title),
        language=main_language(" ".join([*body, *faq_texts]) if any(body) or faq else title),
        title=title,
        lead=lead,
        category=header.category,
        source=header.source,
        original_reporter=original_reporter_in(body, header.source),
        minutes=header.minutes,
        views=header.views,
        picture=picture,
        sections=sections,
        faq=faq,
        channel=footer.channel,
        channel_title=footer.channel_title,
    )


def _title(lines: Sequence[str]) -> str:
    if not lines:
        raise UnreadableInput("There is no title, so this is no story.")
    if len(lines[0]) > _LONGEST_TITLE:
        raise UnreadableInput(
            f"The first line is {len(lines[0]):,} characters long, which is no title, so this is no story."
        )
    return lines[0]


def _opening(lines: Sequence[str]) -> tuple[str | None, Picture | None, list[str]]:
    """Lead, picture and the body's lines. The picture's text stands before the body, twice, or once with a credit."""
    picture, before, after = None, list(lines), []
    for at in range(min(3, len(lines))):
        found = _picture(lines, at)
        if found:
            picture, used = found
            before, after = list(lines[:at]), list(lines[at + used :])
            break
    body = joined_lines(before)
    has_lead = bool(body) and (picture is not None or not is_heading(body, 0)) and block_of(body[0]).text == body[0]
    lead = body.pop(0) if has_lead else None
    return lead, picture, _without_pictures([*body, *after])


def _without_pictures(lines: list[str]) -> list[str]:
    """`lines` without the texts of further pictures, which are furniture too."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        found = _picture(lines, at)
        if found and found[0].credit:
            at += found[1]
        else:
            kept.append(lines[at])
            at += 1
    return kept


def _picture(lines: Sequence[str], at: int) -> tuple[Picture, int] | None:
    """The picture whose text begins at line `at`, and how many lines it takes."""
    line = lines[at]
    if len(line) > _LONGEST_PICTURE_TEXT:
        return None
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if following.startswith(line):
        credit = _CREDIT.fullmatch(following[len(line) :])
        if credit or following == line:
            return Picture(alt=line, credit=credit["credit"] if credit else None), 2
    credit = _SURE_CREDIT.search(line)
    if credit:
        return Picture(alt=line[: credit.start()].strip() or None, credit=credit["credit"]), 1
    return None
