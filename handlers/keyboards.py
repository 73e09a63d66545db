"""The buttons under answers."""

from collections.abc import Callable

from handlers.buttons import (
    AskEditors,
    BadBecause,
    ChooseUnit,
    FaqPage,
    Menu,
    NoneOfThese,
    ShowUnit,
    StoriesPage,
    StoryPart,
    Vote,
    pack,
    unpack,
)
from handlers.rendering.answer import copied_text
from handlers.rendering.reply import Button, Copy, Open, Rows, Tap
from handlers.rendering.texts import Texts
from knowledge.browsing.shelf import reference_of
from knowledge.model.answer import (
    Answer,
    Clarification,
    DirectAnswer,
    Evidence,
    Gap,
    HedgedAnswer,
    Refusal,
    SmallTalk,
    Suggestion,
)
from knowledge.model.feedback import Reason, Verdict

Pages = FaqPage | StoryPart | StoriesPage
LABEL_CHARACTERS = 100
CHIPS = 3
NOTHING_TO_PASS_ON = (Gap.OFF_TOPIC, Gap.EMPTY)


def answer_rows(answer: Answer, texts: Texts) -> Rows:
    """Under an answer in private: where to go on, what to think of it, the clipboard, the editors."""
    match answer:
        case DirectAnswer():
            return (*chips(answer.suggestions), (*_thumbs(texts), _copy(answer.evidence[0], texts)))
        case HedgedAnswer():
            return (*chips(answer.suggestions), _thumbs(texts), (_editors(texts),))
        case Clarification():
            return (*(_choice(choice) for choice in answer.choices), (_tap(texts("clarify-none"), NoneOfThese()),))
        case Refusal():
            passing_on = () if answer.gap in NOTHING_TO_PASS_ON else ((_editors(texts),),)
            return (*chips(answer.suggestions), *passing_on)
        case SmallTalk():
            return chips(answer.suggestions)


def group_rows(answer: Answer, texts: Texts, handle: str) -> Rows:
    """Under an answer in a group: the details in private, and the thumbs."""
    match answer:
        case DirectAnswer() | HedgedAnswer():
            start = deep_link(handle, answer.evidence[0]) if answer.evidence else f"https://t.me/{handle}"
            return ((Open(texts("group-details"), start),), _thumbs(texts))
        case Clarification():
            return answer_rows(answer, texts)
        case Refusal() | SmallTalk():
            return ()


def deep_link(handle: str, evidence: Evidence) -> str:
    """The address that opens the bot at a passage."""
    return f"https://t.me/{handle}?start={reference_of(evidence.card.slug)}-{evidence.unit}"


def chips(suggestions: tuple[Suggestion, ...], most: int = CHIPS) -> Rows:
    """Questions to go on with, a row each."""
    return tuple((_chip(one),) for one in suggestions[:most])


def pager(page: int, pages: int, texts: Texts, tap: Callable[[int], Pages]) -> tuple[Button, ...]:
    """Previous and next, where there is such a page; `tap` makes the action of a page."""
    back = (Tap(texts("page-previous"), pack(tap(page - 1))),) if page > 0 else ()
    onward = (Tap(texts("page-next"), pack(tap(page + 1))),) if page + 1 < pages else ()
    return (*back, *onward)


def menu_rows(texts: Texts) -> Rows:
    """The ways on for somebody who is stuck."""
    entries = tuple(Tap(texts(f"menu-{entry}"), pack(Menu(entry))) for entry in ("faq", "story", "stories"))
    return (entries, (_editors(texts),))


def reason_row(texts: Texts) -> tuple[Button, ...]:
    """Why an answer was bad, in one tap."""
    return tuple(Tap(texts(f"feedback-{reason.value}"), pack(BadBecause(reason))) for reason in Reason)


def without(rows: Rows, *kinds: type) -> Rows:
    """The rows without the buttons that do one of `kinds`."""
    kept = (
        tuple(one for one in row if not (isinstance(one, Tap) and isinstance(unpack(one.data), kinds))) for row in rows
    )
    return tuple(row for row in kept if row)


def _chip(suggestion: Suggestion) -> Tap:
    return _tap(suggestion.question, ShowUnit(reference_of(suggestion.story), suggestion.unit))


def _choice(suggestion: Suggestion) -> tuple[Button, ...]:
    return (_tap(suggestion.question, ChooseUnit(reference_of(suggestion.story), suggestion.unit)),)


def _tap(label: str, action: ShowUnit | ChooseUnit | NoneOfThese) -> Tap:
    shown = label if len(label) <= LABEL_CHARACTERS else label[: LABEL_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"
    return Tap(shown, pack(action))


def _thumbs(texts: Texts) -> tuple[Button, ...]:
    return (
        Tap(texts("feedback-good"), pack(Vote(Verdict.GOOD))),
        Tap(texts("feedback-bad"), pack(Vote(Verdict.BAD))),
    )


def _editors(texts: Texts) -> Button:
    return Tap(texts("menu-editors"), pack(AskEditors()))


def _copy(evidence: Evidence, texts: Texts) -> Button:
    return Copy(texts("answer-copy"), copied_text(evidence))
