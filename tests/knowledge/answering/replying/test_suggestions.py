"""Questions that are offered after an answer."""

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.replying.suggestions import prepare, suggestions_for
from knowledge.model.story import Block, BlockKind, Fact, Section, Story
from knowledge.stories.units import units_of

ENGLISH = "When does the pier open?"
UKRAINIAN = "Коли відкривається причал?"


def index() -> StoryIndex:
    """A fact whose questions are stored in two languages."""
    text = "The pier opens on 3 June."
    block = Block(BlockKind.PARAGRAPH, text, facts=(Fact("opening", text, (ENGLISH, UKRAINIAN)),))
    story = Story("pier", "en", "A pier for Ostby", sections=(Section(None, (block,)),))
    return StoryIndex(story, units_of(story), 1)


def offered(one: StoryIndex, language: str) -> list[str]:
    """What is offered to a reader of the language."""
    return [suggestion.question for suggestion in suggestions_for(one, language)]


def test_readers_of_each_language_are_offered_the_question_in_theirs_whoever_came_first() -> None:
    one = index()
    assert offered(one, "en") == [ENGLISH]
    assert offered(one, "uk") == [UKRAINIAN]
    assert offered(one, "en") == [ENGLISH]


def test_a_reader_of_a_language_without_questions_is_offered_those_of_another() -> None:
    one = index()
    prepare(one)
    assert offered(one, "ru") == [ENGLISH]
