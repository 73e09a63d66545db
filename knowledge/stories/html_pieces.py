"""The readable pieces of an HTML page in its order: headings, paragraphs, list lines; nothing of scripts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.errors import UnreadableInput
from knowledge.stories.plain_text import plain

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)")
# These close themselves or each other, so that they never nest.
_FLAT = frozenset(
    (
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "p", "param",
        "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr", "html", "head", "body",
    )
)  # fmt: skip
_DEEPEST = 3000  # open tags inside each other: the HTML parser's time grows with their square
_MOST_ATTRIBUTES = 2000
_UNREAD = (
    "script, style, noscript, template, svg, iframe, object, button, select, nav, aside, footer, figure, figcaption, "
    "[hidden], [aria-hidden=true]"
)
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "dt", "dd", "pre", "td"))
_LISTS = frozenset(("ul", "ol", "dl", "table", "details"))
_OUTER_STEPS = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (`level` 1…6), or a text with level 0; `tag` as in the page, "ol" for a line of a numbered list."""

    tag: str
    level: int
    text: str


def parsed(html: str) -> LexborHTMLParser:
    """The page as a tree. Raises UnreadableInput for one that is built to take for ever."""
    depth = 0
    for tag in _TAG.finditer(html):
        closing, name, attributes = tag.groups()
        if attributes.count("=") > _MOST_ATTRIBUTES:
            raise UnreadableInput("The page has a tag with thousands of attributes; no browser made that.")
        if name.lower() not in _FLAT:
            depth = max(0, depth - 1) if closing else depth + (not attributes.endswith("/"))
        if depth > _DEEPEST:
            raise UnreadableInput("The page nests its tags thousands deep, so this is no readable page.")
    return LexborHTMLParser(html)


def text_of_html(text: str) -> str:
    """What a value that may hold HTML says, plain."""
    if "<" not in text and "&" not in text:
        return plain(text)
    body = parsed(text).body
    return plain(_text(body)) if body else ""


def pieces_of(tree: LexborHTMLParser) -> tuple[Piece, ...]:
    """The pieces of the page's article; of its main part or whole body where it has none. Takes the tree apart."""
    for unread in tree.css(_UNREAD):
        unread.decompose()
    root = _article(tree)
    if root is None:
        return ()
    pieces = tuple(_pieces(root))
    if any(piece.level == 0 for piece in pieces):
        return pieces
    lines = _text(root, breaks=True).splitlines()
    return tuple(Piece("p", 0, line) for line in map(plain, lines) if line)


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the most paragraphs among the first articles, the main part and the body."""
    articles = tree.css("article, [itemprop=articleBody]")[:20]
    for candidates in (articles, tree.css("main, [role=main]")[:3]):
        if candidates:
            longest = max(candidates, key=lambda node: len(node.css("p, li")))
            if longest.css_first("p, li") or len(_text(longest)) > 0:
                return longest
    return tree.body


def _pieces(root: LexborNode) -> Iterator[Piece]:
    for node in root.traverse():
        tag = node.tag or ""
        if (tag not in _LEVELS and tag not in _PARAGRAPHS) or _stands_in_piece(node):
            continue
        text = plain(_text(node))
        if text:
            parent = node.parent
            numbered = tag == "li" and parent is not None and parent.tag == "ol"
            yield Piece("ol" if numbered else tag, _LEVELS.get(tag, 0), text)


def _stands_in_piece(node: LexborNode) -> bool:
    """Whether the text of `node` belongs to an element around it, such as a paragraph in a list line."""
    around = node.parent
    for _ in range(_OUTER_STEPS):
        if around is None or around.tag in _LISTS:
            return False
        if around.tag in _PARAGRAPHS or around.tag in _LEVELS:
            return True
        around = around.parent
    return False


def _text(root: LexborNode, *, breaks: bool = False) -> str:
    """The text inside `root` without that of lists in it; a line break is a space, with `breaks` a line feed."""
    parts: list[str] = []
    waiting = list(root.iter(include_text=True))[::-1]
    while waiting:
        node = waiting.pop()
        if node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag == "br" or (breaks and node.tag in ("div", "section")):
            parts.append("\n" if breaks else " ")
            waiting.extend(list(node.iter(include_text=True))[::-1])
        elif node.tag in _PARAGRAPHS:
            parts.append(" ")
            waiting.extend(list(node.iter(include_text=True))[::-1])
            parts.append(" ")
        elif breaks or node.tag not in _LISTS:
            waiting.extend(list(node.iter(include_text=True))[::-1])
    return "".join(parts)
