"""An invented story in the shape of a page, and a decider over it."""

from dataclasses import replace

from knowledge.answering.checking.gaps import judge
from knowledge.answering.deciding import Decider
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempts
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.reading.reading import Reader
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import Answer, Question, Turn
from knowledge.model.story import Block, BlockKind, FaqEntry, Picture, Section, Story
from knowledge.stories.units import units_of


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def bullet(name: str, text: str) -> Block:
    return Block(BlockKind.BULLET, text, name)


HARBOUR = Story(
    slug="brightwave-cranes",
    language="en",
    title="Brightwave sells its harbour cranes to Norway",
    lead="Brightwave delivers electric cranes to three Norwegian ports. The deal was signed in March 2024.",
    category="Technology",
    source="Port-gazette",
    original_reporter="Nordlys",
    minutes=3,
    picture=Picture("A yellow crane at dusk.", "Port-gazette"),
    sections=(
        Section(
            None,
            (
                paragraph(
                    "Brightwave has become the largest supplier of cranes in the country. The company spends "
                    "$40 million a year on research. It does not build engines in Bergen."
                ),
                paragraph("Chief executive Ingrid Dahl told investors that orders tripled last year."),
            ),
        ),
        Section(
            "Who buys the cranes",
            (
                paragraph("These ports have ordered:"),
                bullet("Tromsa", "takes four cranes and pays in kroner."),
                bullet("Vikaborg", "leases two cranes for ten years."),
                bullet("Lundhavn", "tests one crane without a driver."),
            ),
        ),
    ),
    faq=(FaqEntry("Why are the cranes electric?", "Because Norway taxes diesel in its harbours."),),
    channel="@harbournews",
    url="https://example.org/news/brightwave-cranes",
)

DECIDER = Decider(load_lexicon(), load_gate())
INDEX = StoryIndex(HARBOUR, units_of(HARBOUR), 1)


def index_of(story: Story, revision: int = 1) -> StoryIndex:
    return StoryIndex(story, units_of(story), revision)


def ask(text: str, *before: str, indexes: tuple[StoryIndex, ...] = (INDEX,), language: str | None = None) -> Answer:
    """The answer to `text` after the questions `before`."""
    context = tuple(Turn(question) for question in before)
    return DECIDER.decide(Question(text, language=language, context=context), indexes)


def quoted(answer: Answer) -> str:
    """All quotations of an answer, one a line."""
    return "\n".join(evidence.quote for evidence in getattr(answer, "evidence", ()))


def telling(*sentences: str) -> StoryIndex:
    """The story with these sentences, a paragraph each, in place of all behind its lead."""
    paragraphs = tuple(paragraph(sentence) for sentence in sentences)
    return index_of(replace(HARBOUR, sections=(Section(None, paragraphs),), faq=()))


def rule_against(question: str, *sentences: str) -> str:
    """The rule by which the story of `sentences` does not answer; "coverage" where it does."""
    reading = Reader(load_lexicon()).read(question, "en")
    return judge(Attempts(load_lexicon(), load_gate()).attempt(reading, telling(*sentences))).rule
