"""An answer as plain words, and as a message in the channel's post format."""

from itertools import groupby
from typing import assert_never

from handlers.rendering.hedge import hedge_words, refusal_words
from handlers.rendering.html import Html, escape, italic, lines, paragraphs, quotation, split
from handlers.rendering.post import footer, header
from handlers.rendering.texts import Texts
from knowledge.model.answer import (
    Answer,
    Clarification,
    DirectAnswer,
    Evidence,
    Explanation,
    HedgedAnswer,
    Refusal,
    SmallTalk,
    Stance,
)


def answer_text(answer: Answer, texts: Texts, *, again: bool = False) -> str:
    """The reply's own words with its quotations, to the byte; `again` words it unlike the first time."""
    match answer:
        case DirectAnswer():
            pieces = [_lead_in(answer, texts, again), *_quotations(answer.evidence, texts)]
        case HedgedAnswer():
            closest = texts("hedge-closest") if answer.evidence else ""
            pieces = [hedge_words(answer, texts, again), closest, *_quotations(answer.evidence, texts)]
        case Clarification():
            pieces = [_which(texts, again), *(f"{n}. {choice.question}" for n, choice in enumerate(answer.choices, 1))]
        case Refusal():
            pieces = [refusal_words(answer, texts, again)]
        case SmallTalk():
            pieces = [_small_talk(answer, texts, again)]
        case _:
            assert_never(answer)
    return "\n".join(piece for piece in [_read_as(answer.explanation, texts), *pieces] if piece)


def answer_html(answer: Answer, texts: Texts, *, again: bool = False, short: bool = False) -> tuple[Html, ...]:
    """The message, in parts that Telegram takes; `short`, for groups, quotes one story without headline."""
    read_as = _read_as(answer.explanation, texts)
    match answer:
        case DirectAnswer():
            lead_in = _lead_in(answer, texts, again)
            body = _short(answer.evidence, lead_in, texts) if short else _cards(answer.evidence, lead_in, texts)
        case HedgedAnswer():
            closest = texts("hedge-closest") if answer.evidence else ""
            words = lines(hedge_words(answer, texts, again), closest)
            quoted = _short(answer.evidence, "", texts) if short else _cards(answer.evidence, "", texts)
            body = lines(words, quoted) if short else paragraphs(words, quoted)
        case Clarification():
            body = escape(_which(texts, again))
        case Refusal():
            leading_on = texts("refusal-try") if answer.suggestions and not short else None
            body = paragraphs(refusal_words(answer, texts, again), leading_on)
        case SmallTalk():
            body = escape(_small_talk(answer, texts, again))
        case _:
            assert_never(answer)
    return split(paragraphs(italic(read_as) if read_as else None, body))


def copied_text(evidence: Evidence, limit: int = 256) -> str:
    """A quotation with its source for the clipboard, at most `limit` characters: Telegram copies no more.

    The address goes first where there is no room for all, then the quotation's end, marked by an ellipsis.
    """
    source = evidence.card.source or evidence.card.channel or evidence.card.title
    attributed = f"“{evidence.quote}” — {source}"
    full = f"{attributed}, {evidence.card.url}" if evidence.card.url else attributed
    if len(full) <= limit:
        return full
    if len(attributed) <= limit:
        return attributed
    room = limit - len(f"“…” — {source}")
    if room < limit // 2:  # a source this long leaves no room for what it said
        source, room = "", limit - len("“…”")
    shortened = evidence.quote[:room].rsplit(" ", 1)[0].rstrip(" ,;:—–")
    return f"“{shortened}…”" + (f" — {source}" if source else "")


def _lead_in(answer: DirectAnswer, texts: Texts, again: bool) -> str:
    match answer.stance:
        case Stance.STATEMENT | Stance.FURNITURE:
            return texts("answer-again") if again else ""
        case Stance.OTHERWISE:
            return texts("answer-otherwise", again=int(again))
        case Stance.LIST:
            alone = len(answer.evidence) == 1 and not again  # one sentence that names them all needs no lead-in
            return "" if alone else texts("answer-list", again=int(again))
        case Stance.STORIES:
            return texts("answer-stories", count=len({one.card.slug for one in answer.evidence}), again=int(again))
        case Stance.SUMMARY:
            return texts("answer-summary", again=int(again))
        case _:
            assert_never(answer.stance)


def _which(texts: Texts, again: bool) -> str:
    return texts("clarify-which", again=int(again))


def _small_talk(answer: SmallTalk, texts: Texts, again: bool) -> str:
    return texts(f"smalltalk-{answer.intent}", again=int(again))


def _read_as(explanation: Explanation, texts: Texts) -> str:
    """The line that owns up to words read in another script, as on the other keyboard; typing slips need none."""
    read = " ".join(read for typed, read in explanation.corrections if _is_latin(typed) != _is_latin(read))
    return texts("answer-read-as", question=read.strip(" .,;?/&")) if read else ""


def _is_latin(text: str) -> bool:
    return any("a" <= character <= "z" for character in text.casefold())


def _note(evidence: Evidence, texts: Texts) -> str:
    return texts("answer-note", words=evidence.note.words, means=evidence.note.means) if evidence.note else ""


def _quotations(evidence: tuple[Evidence, ...], texts: Texts) -> list[str]:
    pieces = [piece for one in evidence for piece in (one.quote, _note(one, texts))]
    translated = any(one.card.translation_of for one in evidence)
    return [*pieces, f"({texts('post-our-translation')})" if translated else ""]


def _short(evidence: tuple[Evidence, ...], lead_in: str, texts: Texts) -> Html:
    """The quotations of the first story, without its headline."""
    if not evidence:
        return escape(lead_in)
    card = evidence[0].card
    first = tuple(one for one in evidence if one.card.slug == card.slug)
    quoted = quotation(lines(*(one.quote for one in first)))
    notes = dict.fromkeys(note for one in first if (note := _note(one, texts)))
    return lines(lead_in, quoted, *(italic(note) for note in notes), footer(card, texts))


def _cards(evidence: tuple[Evidence, ...], lead_in: str, texts: Texts) -> Html:
    """The quotations story by story, each story as a post of the channel."""
    stories = [tuple(group) for _, group in groupby(evidence, key=lambda one: one.card.slug)]
    return paragraphs(*(_card(group, lead_in if number == 0 else "", texts) for number, group in enumerate(stories)))


def _card(evidence: tuple[Evidence, ...], lead_in: str, texts: Texts) -> Html:
    card = evidence[0].card
    sections = [
        _section(heading, tuple(group), texts) for heading, group in groupby(evidence, key=lambda one: one.section)
    ]
    return paragraphs(header(card), lines(lead_in, *sections), footer(card, texts))


def _section(heading: str | None, evidence: tuple[Evidence, ...], texts: Texts) -> Html:
    notes = dict.fromkeys(note for one in evidence if (note := _note(one, texts)))
    quoted = quotation(
        paragraphs(*(one.quote for one in evidence)) if len(evidence) < 3 else lines(*(one.quote for one in evidence))
    )
    return lines(quoted, *(italic(note) for note in notes), f"§ {heading}" if heading else None)
