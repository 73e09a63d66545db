"""An alert in the channel's post format: category, headline, lead, key facts, where it comes from."""

from dataclasses import dataclass, replace

from handlers.rendering.formatted import cut, formatted_html, units
from handlers.rendering.html import MESSAGE_UNITS, Html, italic, lines, link, paragraphs, visible
from handlers.rendering.post import footer
from handlers.rendering.texts import Texts
from knowledge.model.alert import Formatted, Notice

CAPTION_UNITS = 1024
LONGEST_TITLE, LONGEST_LEAD = 300, 1_200  # UTF-16 units
LONGEST_OPEN_BODY = 700  # a longer text is folded into an expandable quotation
LEAST_FACT = 40  # units: a shorter piece of a fact says nothing
DIGEST_ITEMS = 12
DIGEST_LEAD = 160


@dataclass(frozen=True, slots=True)
class AlertText:
    """An alert's text; `fits_caption`: short enough to stand under a photo."""

    html: Html
    fits_caption: bool


def alert_text(notice: Notice, texts: Texts, *, as_caption: bool = False) -> AlertText:
    """The alert, as short as a photo's caption where nothing but key facts is lost by it and there is a photo.

    `as_caption`: it must fit, because it takes the place of a caption.
    """
    if as_caption:
        return AlertText(fitted(notice, texts, CAPTION_UNITS), fits_caption=True)
    if notice.photo:
        caption = fitted(notice, texts, CAPTION_UNITS)
        if units(visible(caption)) <= CAPTION_UNITS and whole(notice, caption):
            return AlertText(caption, fits_caption=True)
    return AlertText(fitted(notice, texts, MESSAGE_UNITS), fits_caption=False)


def fitted(notice: Notice, texts: Texts, room: int) -> Html:
    """The alert in `room` units; facts give way first, then the body's end, then the lead's."""
    shown = replace(
        notice,
        title=cut(notice.title, LONGEST_TITLE),
        lead=cut(notice.lead, min(LONGEST_LEAD, room // 2)) if notice.lead else None,
    )
    frame = units(visible(composed(replace(shown, facts=(), body=None), texts))) + 2
    return composed(
        replace(
            shown,
            facts=facts_within(notice.facts, room - frame),
            body=cut(notice.body, max(room - frame, LEAST_FACT)) if notice.body else None,
        ),
        texts,
    )


def facts_within(facts: tuple[Formatted, ...], room: int) -> tuple[Formatted, ...]:
    """As many facts as have room, the last of them perhaps cut."""
    kept: list[Formatted] = []
    for fact in facts:
        room -= 3  # the line break and the bullet
        if room < min(LEAST_FACT, units(fact.text)):
            break
        kept.append(cut(fact, room))
        room -= units(kept[-1].text)
    return tuple(kept)


def whole(notice: Notice, html: Html) -> bool:
    """Whether headline, lead and body stand in `html` uncut."""
    text = visible(html)
    pieces = (notice.title, notice.lead, notice.body)
    return all(visible(formatted_html(piece)).strip() in text for piece in pieces if piece)


def composed(notice: Notice, texts: Texts) -> Html:
    """Everything that the notice holds, in the channel's order."""
    title = formatted_html(notice.title)
    if notice.card.url:
        title = link(title, notice.card.url) if not any(mark.url for mark in notice.title.marks) else title
    head = lines(
        texts.html("alert-withdrawn") if notice.withdrawn else None,
        italic(notice.card.category) if notice.card.category else None,
        Html(f"<s>{title}</s>" if notice.withdrawn else f"<b>{title}</b>"),
    )
    if notice.withdrawn:
        return paragraphs(head, footer(notice.card, texts))
    return paragraphs(
        head,
        formatted_html(notice.lead) if notice.lead else None,
        facts_html(notice.facts),
        body_html(notice.body) if notice.body else None,
        footer(notice.card, texts),
    )


def facts_html(facts: tuple[Formatted, ...]) -> Html | None:
    """Key facts as one expandable quotation, a line each."""
    if not facts:
        return None
    bullets = "\n".join(f"• {formatted_html(fact)}" for fact in facts)
    return Html(f"<blockquote expandable>{bullets}</blockquote>")


def body_html(body: Formatted) -> Html:
    """A post's text as it was written; folded where it is long."""
    html = formatted_html(body)
    if units(body.text) <= LONGEST_OPEN_BODY:
        return html
    return Html(f"<blockquote expandable>{html}</blockquote>")


def digest_text(notices: tuple[Notice, ...], texts: Texts, *, opening: str) -> Html:
    """Several items in one message, oldest first; `opening` names the text that stands above them."""
    shown = notices[-DIGEST_ITEMS:]
    entries = [digest_entry(notice) for notice in shown]
    more = len(notices) - len(shown)
    left_out = texts.html("digest-more", count=more) if more else None
    channel = next((notice.card.channel for notice in reversed(notices) if notice.card.channel), None)
    heading = Html(f"<b>{texts.html(opening, count=len(notices))}</b>")
    return paragraphs(heading, *entries, left_out, channel)


def digest_entry(notice: Notice) -> Html:
    """One item of a digest: its headline, and how its lead begins."""
    title = formatted_html(Formatted(cut(notice.title, 120).text))
    headline = link(title, notice.card.url) if notice.card.url else title
    if notice.withdrawn:
        return Html(f"• <s>{headline}</s>")
    lead = notice.lead or notice.body
    opening = formatted_html(Formatted(cut(lead, DIGEST_LEAD).text)) if lead else None
    return lines(Html(f"• <b>{headline}</b>"), opening)
