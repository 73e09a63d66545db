"""What a web page says of itself in schema.org's words: JSON-LD, and the microdata of an FAQ."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from knowledge.errors import InvalidStory
from knowledge.stories.faq_pairs import Pair
from knowledge.stories.html_pieces import text_of_html
from knowledge.stories.plain_text import holds_half_characters

_Node = dict[str, Any]
_ARTICLES = frozenset(
    (
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "BlogPosting",
        "OpinionNewsArticle", "ReviewNewsArticle", "TechArticle", "LiveBlogPosting", "SocialMediaPosting", "Report",
    )
)  # fmt: skip
_PLACE = "the page's FAQ"


@dataclass(frozen=True, slots=True)
class Described:
    """The JSON-LD of a page: its nodes, which of them is the article, and its questions."""

    nodes: tuple[_Node, ...]
    article: _Node = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()


def described_in(tree: LexborHTMLParser) -> Described:
    """Reads every JSON-LD script of the page; one that is no JSON is left out, as search engines do."""
    nodes: list[_Node] = []
    for script in tree.css('script[type="application/ld+json" i]'):
        try:
            value = json.loads(script.text().strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        nodes.extend(_nodes(value))
    article = next((node for node in nodes if types_of(node) & _ARTICLES and first_text(node, "headline", "name")), {})
    pairs = [pair for node in nodes if "FAQPage" in types_of(node) for pair in _pairs(node)]
    return Described(tuple(nodes), article, tuple(pairs or _microdata_pairs(tree)))


def types_of(node: _Node) -> frozenset[str]:
    """The node's types without the address of their vocabulary."""
    named = node.get("@type")
    listed = named if isinstance(named, list) else [named]
    return frozenset(name.rpartition("/")[2] for name in listed if isinstance(name, str))


def first_text(node: _Node, *keys: str) -> str | None:
    """The first text that one of `keys` holds: a string itself, of a list its first, of a node its name."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("text")
        if isinstance(value, str) and (text := _whole_text(value)):
            return text
    return None


def _whole_text(value: str) -> str:
    if holds_half_characters(value):
        raise InvalidStory("The page's description of itself holds half a character (a lone surrogate).")
    return text_of_html(value)


def node_at(described: Described, node: _Node, key: str) -> _Node:
    """The node under `key`, followed through an `@id` to where the page describes it; empty where there is none."""
    value = node.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        value = {"@id": value}
    if not isinstance(value, dict):
        return {}
    if set(value) == {"@id"}:
        return next((known for known in described.nodes if known.get("@id") == value["@id"] and len(known) > 1), value)
    return value


def address_in(node: _Node, *keys: str) -> str | None:
    """The first web address under `keys`, of a node its `url` or `@id`."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("url") or value.get("contentUrl") or value.get("@id")
        if isinstance(value, str) and is_address(value):
            return value.strip()
    return None


def is_address(text: str) -> bool:
    """Whether `text` is a whole web address."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(map(str.isspace, text.strip()))


def moment_of(text: str | None) -> datetime | None:
    """An ISO 8601 moment in UTC. A day alone is its midnight in UTC; a time without its zone tells no moment."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if len(text.strip()) <= len("2026-01-01") else None


def _nodes(value: object) -> Iterator[_Node]:
    """Every object in a JSON-LD value, the outer ones before those inside."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict):
            yield current
            waiting.extend(list(current.values())[::-1])
        elif isinstance(current, list):
            waiting.extend(current[::-1])


def _pairs(page: _Node) -> Iterator[Pair]:
    questions = page.get("mainEntity") or page.get("hasPart") or []
    for question in questions if isinstance(questions, list) else [questions]:
        if not isinstance(question, dict):
            continue
        answers = question.get("acceptedAnswer") or question.get("suggestedAnswer") or {}
        answer = answers[0] if isinstance(answers, list) and answers else answers
        text = first_text(answer, "text", "name") if isinstance(answer, dict) else None
        yield Pair(first_text(question, "name", "text") or "", text or "", _PLACE)


def _microdata_pairs(tree: LexborHTMLParser) -> Iterator[Pair]:
    for question in tree.css('[itemtype$="schema.org/Question"]'):
        name = question.css_first("[itemprop=name]")
        answer = question.css_first("[itemprop=acceptedAnswer] [itemprop=text]")
        if name and answer:
            yield Pair(text_of_html(name.html or ""), text_of_html(answer.html or ""), _PLACE)
