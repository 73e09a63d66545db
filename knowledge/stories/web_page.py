"""Reads a web page: schema.org's NewsArticle and FAQPage where it has them, otherwise its article, as HTML."""

import re
from collections.abc import Sequence
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from knowledge.errors import UnreadableInput
from knowledge.model.story import Block, BlockKind, FaqEntry, Picture, Section, Story
from knowledge.stories.attribution import original_reporter_in
from knowledge.stories.faq_pairs import entries_of
from knowledge.stories.html_pieces import Piece, parsed, pieces_of, text_of_html
from knowledge.stories.page_body import block_of, sections_of
from knowledge.stories.page_faq import is_faq_marker, split_faq
from knowledge.stories.page_footer import Footer, footer_of
from knowledge.stories.plain_text import plain, plain_lines
from knowledge.stories.schema_org import Described, address_in, described_in, first_text, is_address, moment_of, node_at
from knowledge.stories.slug import slug_of
from knowledge.stories.story_language import main_language

_MINUTES = re.compile(r"PT(\d{1,4})M")
_CUT_SHORT = ("…", "...")


def read_web_page(html: str, *, address: str | None = None) -> Story:
    """The story of a web page; `address` is where it was fetched from, used where the page names none.

    A date, picture, publisher or category is taken only as the page gives it. Raises UnreadableInput where there is no
    title or no text, InvalidStory where the FAQ is broken.
    """
    tree = parsed(html)
    described = described_in(tree)
    title = _title(tree, described)
    url = _url(tree, described) or address
    facts = _Facts(tree, described)
    sections, own_faq, footer = _body(pieces_of(tree), described, title)
    faq = entries_of(described.pairs) or own_faq
    lead, sections = _lead(facts.description, sections)
    if not (lead or sections or faq):
        raise UnreadableInput("The page holds no article and no questions, so this is no story.")
    texts = [lead or "", *(block.text for section in sections for block in section.blocks)]
    told = " ".join(filter(None, [*texts, *(f"{entry.question} {entry.answer}" for entry in faq)]))
    return Story(
        slug=slug_of(title, url),
        language=facts.language or main_language(told),
        title=title,
        lead=lead,
        category=facts.category,
        source=facts.publisher,
        original_reporter=original_reporter_in(texts, facts.publisher),
        minutes=facts.minutes,
        picture=facts.picture,
        sections=sections,
        faq=faq,
        channel=footer.channel,
        channel_title=footer.channel_title,
        url=url,
        published=facts.published,
    )


class _Facts:
    """What the page's head says of the article."""

    def __init__(self, tree: LexborHTMLParser, described: Described) -> None:
        article = described.article
        root = tree.root
        language = first_text(article, "inLanguage") or (root.attributes.get("lang") if root else None) or ""
        self.language = language[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", language) else None
        self.description = first_text(article, "description") or _meta(tree, "og:description", "description")
        self.category = first_text(article, "articleSection") or _meta(tree, "article:section")
        publisher = node_at(described, article, "publisher")
        self.publisher = first_text(publisher, "name") or _meta(tree, "og:site_name")
        minutes = _MINUTES.fullmatch(first_text(article, "timeRequired") or "")
        self.minutes = int(minutes[1]) if minutes else None
        given = first_text(article, "datePublished") or _meta(tree, "article:published_time")
        self.published: datetime | None = moment_of(given)
        self.picture = _picture(tree, described)


def _picture(tree: LexborHTMLParser, described: Described) -> Picture | None:
    image = node_at(described, described.article, "image")
    address = address_in({"image": image}, "image") or _address_or_none(_meta(tree, "og:image"))
    alt = first_text(image, "caption", "alternateName", "description", "name") or _meta(tree, "og:image:alt")
    credit = first_text(image, "creditText", "copyrightNotice", "creator", "author")
    return Picture(alt, credit, address) if address or alt or credit else None


def _title(tree: LexborHTMLParser, described: Described) -> str:
    heading, named = tree.css_first("h1"), tree.css_first("title")
    title = (
        first_text(described.article, "headline", "name")
        or _meta(tree, "og:title")
        or (text_of_html(heading.html or "") if heading else "")
        or (plain(named.text()) if named else "")
    )
    if not title:
        raise UnreadableInput("The page has no title, so this is no story.")
    return title


def _url(tree: LexborHTMLParser, described: Described) -> str | None:
    link = tree.css_first("link[rel=canonical]")
    canonical = _address_or_none(link.attributes.get("href") if link else None)
    own = address_in(described.article, "url", "mainEntityOfPage")
    return canonical or own or _address_or_none(_meta(tree, "og:url"))


def _address_or_none(text: str | None) -> str | None:
    return text.strip() if text and is_address(text) else None


def _meta(tree: LexborHTMLParser, *names: str) -> str | None:
    for name in names:
        node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
        content = plain(node.attributes.get("content") or "") if node else ""
        if content:
            return content
    return None


def _body(
    pieces: Sequence[Piece], described: Described, title: str
) -> tuple[tuple[Section, ...], tuple[FaqEntry, ...], Footer]:
    """Sections and FAQ of the page's own text, or of the JSON-LD's articleBody where the page shows none."""
    footer = footer_of([piece.text for piece in pieces])
    kept = [piece for piece in pieces[: len(pieces) - footer.lines] if piece.text != title]
    if not any(piece.level == 0 for piece in kept):
        lines, faq = split_faq(plain_lines(str(described.article.get("articleBody") or "")))
        return sections_of(lines), faq, footer
    asked = {pair.question for pair in described.pairs}
    kept, faq = _without_faq(kept, asked)
    return _sections(kept), faq, footer


def _without_faq(pieces: list[Piece], asked: set[str]) -> tuple[list[Piece], tuple[FaqEntry, ...]]:
    """The pieces without questions and answers: those that the JSON-LD holds, and those under an FAQ heading."""
    kept: list[Piece] = []
    faq_lines: list[str] = []
    inside: int | None = None  # the level of the FAQ's heading
    answering = False  # under a question that the JSON-LD holds too
    for piece in pieces:
        asks = piece.text.endswith("?")
        if inside is not None and piece.level and piece.level <= inside and not asks:
            inside = None
        if piece.level:
            answering = piece.text in asked
        if piece.level and is_faq_marker(piece.text):
            inside = piece.level
        elif inside is not None:
            faq_lines.append(piece.text)
        elif not answering and piece.text not in asked:
            kept.append(piece)
    return kept, () if asked else split_faq(["FAQ", *faq_lines])[1]


def _sections(pieces: list[Piece]) -> tuple[Section, ...]:
    sections: list[Section] = []
    heading: str | None = None
    blocks: list[Block] = []
    for piece in pieces:
        if piece.level:
            if blocks:
                sections.append(Section(heading, tuple(blocks)))
            heading, blocks = piece.text, []
        else:
            blocks.append(_block(piece))
    if blocks:
        sections.append(Section(heading, tuple(blocks)))
    return tuple(sections)


def _block(piece: Piece) -> Block:
    match piece.tag:
        case "li":
            return block_of(f"• {piece.text}")
        case "ol":
            return block_of(f"1. {piece.text}")
        case _:
            return Block(BlockKind.PARAGRAPH, piece.text)


def _lead(description: str | None, sections: tuple[Section, ...]) -> tuple[str | None, tuple[Section, ...]]:
    """The description where it is whole, else the first paragraph if more follow; it then stands in no section."""
    first = sections[0] if sections else None
    opening = first.blocks[0] if first and first.heading is None and first.blocks else None
    whole = description if description and not description.endswith(_CUT_SHORT) else None
    if first is None or opening is None or opening.kind is not BlockKind.PARAGRAPH:
        return whole, sections
    several = len(first.blocks) > 1 or len(sections) > 1
    if whole and not opening.text.startswith(whole):
        return whole, sections
    if not several:
        return None, sections
    rest = (Section(None, first.blocks[1:]),) if len(first.blocks) > 1 else ()
    return opening.text, (*rest, *sections[1:])
