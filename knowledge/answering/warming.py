"""What is made before the first reader comes, so that no question waits for a table or an expression to be made."""

from collections.abc import Iterator, Sequence

from knowledge.answering import suggestions
from knowledge.answering.data_files import read_sections
from knowledge.answering.deciding import Decider
from knowledge.answering.story_index import StoryIndex
from knowledge.model.answer import Question

_TRIED_ON = 2  # stories
_FULLY = 500  # units up to which a story's tables are all made; of a larger one most are never needed


def warm_up(decider: Decider, indexes: Sequence[StoryIndex]) -> None:
    """Fills the tables of the indexes, and asks a question of every sort in every language."""
    for index in indexes:
        if len(index.units) <= _FULLY:
            index.prepare()
            suggestions.prepare(index)
    for question in _questions():
        decider.decide(question, indexes[:_TRIED_ON])


def _questions() -> Iterator[Question]:
    for language, lines in read_sections("warming.txt").items():
        for line in lines:
            yield Question(line, language=language)
