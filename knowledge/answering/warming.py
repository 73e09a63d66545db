"""What is made before the first reader comes, so that no question waits for a table or an expression to be made."""

from collections.abc import Iterator, Sequence

from knowledge.answering.data_files import read_sections
from knowledge.answering.deciding import Decider
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.patterns import prepare_all
from knowledge.answering.replying import suggestions
from knowledge.language.lexicon import LANGUAGES, load_lexicon
from knowledge.model.answer import Question

_TRIED_ON = 2  # stories
_FULLY = 500  # units up to which a story's tables are all made; of a larger one most are never needed


def warmed(decider: Decider, indexes: Sequence[StoryIndex]) -> Iterator[None]:
    """Asks a question of every sort in every language, and fills the tables of the indexes, step by step.

    A step takes a quarter of a second at most; between two of them a process can do something else.
    """
    for language in LANGUAGES:
        load_lexicon().stems(language)
        yield
    for index in indexes[:_TRIED_ON]:
        if index.lessons is not None:
            yield from index.lessons.prepare()
    for question in _questions():
        decider.decide(question, indexes[:_TRIED_ON])
        yield
    yield from prepare_all()
    for index in indexes:
        if len(index.units) <= _FULLY:
            index.prepare()
            yield
            suggestions.prepare(index)
            yield


def _questions() -> Iterator[Question]:
    for language, lines in read_sections("warming.txt").items():
        for line in lines:
            yield Question(line, language=language)
