"""Answers for the rendering tests: one of each kind, and every gap."""

from knowledge.model.answer import (
    Answer,
    AskedKind,
    Clarification,
    DirectAnswer,
    Evidence,
    Explanation,
    Gap,
    HedgedAnswer,
    Referent,
    Refusal,
    SmallTalk,
    Stance,
    StoryCard,
    Suggestion,
)

CARD = StoryCard(
    slug="bridges",
    revision=1,
    language="en",
    title="Two bridges & a ferry",
    category="Travel",
    source="Harbour Post",
    original_reporter="Reuters",
    minutes=2,
    channel="@harbournews",
    channel_title="Harbour",
    url="https://harbour.example/bridges?a=1&b=2",
)
TRANSLATED = StoryCard(slug="bridges-uk", revision=1, language="uk", title="Два мости", translation_of="bridges")
QUOTE = "The company spent <$5> & more."
SUGGESTION = Suggestion("Who runs the ferry?", "bridges", "s1-p1-2")


def because(kind: AskedKind = AskedKind.OTHER, corrections: tuple[tuple[str, str], ...] = ()) -> Explanation:
    return Explanation(rule="test", kind=kind, language="en", corrections=corrections)


def evidence(
    quote: str = QUOTE, card: StoryCard = CARD, section: str | None = "Money", note: Referent | None = None
) -> Evidence:
    return Evidence(card, section, "s1-p1-1", quote, note)


def direct(*pieces: Evidence, stance: Stance = Stance.STATEMENT) -> DirectAnswer:
    return DirectAnswer("en", pieces or (evidence(),), stance, 0.9, because(), (SUGGESTION,))


def hedged(gap: Gap, *words: str, kind: AskedKind = AskedKind.OTHER, known: tuple[str, ...] = ()) -> HedgedAnswer:
    return HedgedAnswer("en", gap, (evidence(),), 0.4, because(kind), words, known, (SUGGESTION,))


def refused(gap: Gap, *words: str, kind: AskedKind = AskedKind.OTHER) -> Refusal:
    return Refusal("en", gap, 0.1, because(kind), words, (SUGGESTION,))


def every_answer() -> list[Answer]:
    """One answer of each kind, stance, gap and asked kind."""
    return [
        *(direct(stance=stance) for stance in Stance),
        *(hedged(gap, "Alibaba", "spend") for gap in Gap),
        *(hedged(gap) for gap in Gap),
        *(hedged(gap, "Alibaba", "spend", kind=kind) for gap in (Gap.KIND, Gap.APART) for kind in AskedKind),
        *(refused(gap, "Alibaba", "spend") for gap in Gap),
        *(refused(gap, "Alibaba", "spend", kind=kind) for gap in (Gap.KIND, Gap.APART) for kind in AskedKind),
        Clarification("en", (SUGGESTION, SUGGESTION), 0.5, because()),
        SmallTalk("en", "greeting", 0.9, because()),
    ]
