"""Answers given lately, given again while no story has changed: a headline makes many people ask the same."""

from collections import OrderedDict

from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing.library import Library
from knowledge.model.answer import Answer, Question

KEPT = 512  # answers, of a few kilobytes each


class RememberingAnswerer(Answerer):
    """An answerer for a process that answers many people; what it says is what an Answerer says."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._stories = library
        self._version = -1
        self._kept: OrderedDict[Question, Answer] = OrderedDict()

    async def answer(self, question: Question) -> Answer:
        """The answer to `question`; see Answerer."""
        version = await self._stories.version()
        if version != self._version:
            self._kept.clear()
            self._version = version
        known = self._kept.get(question)
        if known is not None:
            self._kept.move_to_end(question)
            return known
        answer = await super().answer(question)
        if version == self._version:
            self._kept[question] = answer
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer
