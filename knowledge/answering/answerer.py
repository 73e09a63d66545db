"""The one entrance: a reader's question in, an answer out."""

import asyncio
import gc
from dataclasses import replace

from knowledge.answering.deciding import Decider
from knowledge.answering.indexing.library import Library
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.warming import warmed
from knowledge.language.detect import language_of
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import Answer, Question

_WARMED = 8  # stories


class Answerer:
    """Answers questions from the stories of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._decider = Decider(load_lexicon(), load_gate())

    async def answer(self, question: Question) -> Answer:
        """The answer to `question`; the same question on the same revisions gives the same answer, always.

        Raises StoreError where the database cannot be read, UnfaithfulQuotation where a quotation is not in its story.
        """
        language = language_of(question.text, question.language or "")
        indexes = await self._library.indexes_for(question, language or None)
        answer = self._decider.decide(question, indexes)
        read_as = answer.explanation.language
        if read_as == language or not answer.explanation.corrections:
            return answer
        editions = await self._library.indexes_for(question, read_as)
        return answer if editions == indexes else self._as_read(question, answer, editions)

    def _as_read(self, question: Question, answer: Answer, editions: tuple[StoryIndex, ...]) -> Answer:
        """The answer from the editions in the language that was meant: it was typed on another keyboard layout."""
        typed, read = answer.explanation.corrections[0]
        if typed != question.text.strip():
            return self._decider.decide(question, editions)
        again = self._decider.decide(replace(question, text=read), editions)
        corrections = ((typed, read), *again.explanation.corrections)
        return replace(again, explanation=replace(again.explanation, corrections=corrections))

    async def warm_up(self) -> None:
        """Makes beforehand, in a second or so, what answering otherwise makes when a question first needs it.

        Other tasks get their turns meanwhile. Raises StoreError where the database cannot be read.
        """
        for _ in warmed(self._decider, await self._library.newest(_WARMED)):
            await asyncio.sleep(0)
        gc.collect()
        gc.freeze()  # what lasts as long as the process is not looked through again: pauses of 30 ms in large banks
