"""A question as it is asked, and the five kinds of answer that it can get."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.model.story import Story


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What a reply shows of the story it quotes: enough for the channel's format, without the body."""

    slug: str
    revision: int
    language: str
    title: str
    category: str | None = None
    source: str | None = None
    original_reporter: str | None = None
    minutes: int | None = None
    channel: str | None = None
    channel_title: str | None = None
    url: str | None = None
    published: datetime | None = None
    translation_of: str | None = None

    @staticmethod
    def of(story: Story, revision: int) -> "StoryCard":
        """The card of `story` as its revision number `revision` (1, 2, …)."""
        return StoryCard(
            slug=story.slug,
            revision=revision,
            language=story.language,
            title=story.title,
            category=story.category,
            source=story.source,
            original_reporter=story.original_reporter,
            minutes=story.minutes,
            channel=story.channel,
            channel_title=story.channel_title,
            url=story.url,
            published=story.published,
            translation_of=story.translation_of,
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the same person in the same chat, and what answered it (None where nothing did)."""

    question: str
    story: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader typed, and what is known of where it came from.

    `language` is the reader's interface language if known ("en", "uk"); the question's own language wins over it.
    `story` is the slug that the reader came from or named; with `only_story` no other story may answer.
    `context` holds earlier turns, oldest first.
    """

    text: str
    language: str | None = None
    story: str | None = None
    only_story: bool = False
    context: tuple[Turn, ...] = ()


class AskedKind(StrEnum):
    """The kind of answer that a question asks for."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    DURATION = "duration"
    WHY = "why"
    HOW = "how"
    YES_NO = "yes_no"
    LIST = "list"
    DEFINITION = "definition"
    SUMMARY = "summary"
    META = "meta"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a quotation's opening word means: `words` "The company", `means` "ByteDance". Shown beside, never inside."""

    words: str
    means: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quotation; `quote` is a piece of unit `unit` of the story on the card, to the byte."""

    card: StoryCard
    section: str | None
    unit: str
    quote: str
    note: Referent | None = None


class Stance(StrEnum):
    """How a direct answer stands to the question."""

    STATEMENT = "statement"  # it answers what was asked
    OTHERWISE = "otherwise"  # the story says the opposite of what the question takes for granted
    LIST = "list"  # several members gathered, one quotation each
    STORIES = "stories"  # the question is for the stories that tell of something: a quotation from each
    SUMMARY = "summary"
    FURNITURE = "furniture"  # about the page itself: minutes, channel, picture, link, date


class Gap(StrEnum):
    """Why the story does not answer: what a hedge or refusal says first."""

    NAME = "name"  # a name that the story never mentions: `words` holds it, `known` the names it does mention
    NUMBER = "number"  # a number that the story never mentions
    WORD = "word"  # a rare word that nothing covers
    KIND = "kind"  # no answer of the asked kind: `kind`
    APART = "apart"  # name and attribute never meet in one unit: `words` = (name, attribute)
    WEAK = "weak"  # something is near, not near enough
    OFF_TOPIC = "off_topic"  # nothing to do with the stories
    EMPTY = "empty"  # nothing that can be read as a question
    NO_STORIES = "no_stories"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the answer is what it is; the same input on the same revision gives the same explanation."""

    rule: str  # the rule that fired, one word or two: "coverage", "name-absent", "polarity", …
    kind: AskedKind
    language: str
    matched: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()  # (as typed, as read)
    features: tuple[tuple[str, float], ...] = ()  # name and value of each feature of the gate
    runner_up: str | None = None  # unit key
    margin: float | None = None  # best score minus runner-up's
    inherited: tuple[str, ...] = ()  # words taken from the context


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the stories do answer, with where the answer stands."""

    question: str
    story: str
    unit: str


@dataclass(frozen=True, slots=True)
class DirectAnswer:
    """The story answers: one quotation, or several for lists and summaries."""

    language: str  # of the reply's own words: "en" or "uk"
    evidence: tuple[Evidence, ...]
    stance: Stance
    confidence: float  # 0…1
    explanation: Explanation
    suggestions: tuple[Suggestion, ...] = ()
    topic: str | None = None  # with Stance.FURNITURE: "minutes", "channel", "picture", "link", "date", "reporter", …


@dataclass(frozen=True, slots=True)
class HedgedAnswer:
    """The story doesn't say; `evidence` is the closest that it does say (may be empty)."""

    language: str
    gap: Gap
    evidence: tuple[Evidence, ...]
    confidence: float
    explanation: Explanation
    words: tuple[str, ...] = ()  # the names, numbers or words that are missing, as typed
    known: tuple[str, ...] = ()  # with Gap.NAME: names of the same sort that the story does mention
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Clarification:
    """Two or three answers are equally near; the reader chooses."""

    language: str
    choices: tuple[Suggestion, ...]  # 2 or 3
    confidence: float
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing to answer with; `suggestions` are two or three questions that the stories do answer."""

    language: str
    gap: Gap
    confidence: float
    explanation: Explanation
    words: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A greeting, thanks and their kin; `intent` names the text in the locales ("greeting", "thanks", …)."""

    language: str
    intent: str
    confidence: float
    explanation: Explanation
    suggestions: tuple[Suggestion, ...] = ()


Answer = DirectAnswer | HedgedAnswer | Clarification | Refusal | SmallTalk
