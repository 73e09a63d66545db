"""The channel's post format: category and headline above, attribution, minutes and the channel's handle below."""

from handlers.rendering.html import Html, bold, escape, italic, lines, link
from handlers.rendering.texts import Texts
from knowledge.model.answer import StoryCard


def header(card: StoryCard) -> Html:
    """Category and headline; the headline leads to the story where it has an address."""
    title = link(card.title, card.url) if card.url else escape(card.title)
    return lines(italic(card.category) if card.category else None, bold(title))


def attribution(card: StoryCard) -> str:
    """Who told it to whom, down to the channel: "Bloomberg → Artificialintelligence-news → «AI»"; may be empty."""
    channel = f"«{card.channel_title}»" if card.channel_title else card.channel
    chain: list[str] = []
    for name in (card.original_reporter, card.source, channel):
        if name and name not in chain:
            chain.append(name)
    return " → ".join(chain)


def footer(card: StoryCard, texts: Texts) -> Html:
    """Attribution and minutes on a line, the channel's handle on the next; empty where nothing is known."""
    minutes = texts("post-minutes", minutes=card.minutes) if card.minutes else None
    translated = texts("post-our-translation") if card.translation_of else None
    source = " · ".join(piece for piece in (attribution(card), minutes, translated) if piece)
    return lines(source, card.channel)
