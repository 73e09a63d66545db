"""/why, for editors: the reply that a question gets, and what it rests on."""

from collections.abc import Iterator

from handlers.incoming import Letter
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.rendering.answer import answer_text
from handlers.rendering.html import escape, lines, paragraphs
from handlers.rendering.texts import Texts
from knowledge.answering.answerer import Answerer
from knowledge.model.answer import Answer, DirectAnswer, HedgedAnswer, Question
from knowledge.model.status import status_of


class Explaining:
    """Answers as a reader would be answered, and says why; only for `admins` (their ids)."""

    def __init__(self, answerer: Answerer, interface: Interface, outgoing: Outgoing, admins: tuple[int, ...]) -> None:
        self._answerer = answerer
        self._interface = interface
        self._outgoing = outgoing
        self._admins = frozenset(admins)

    async def why(self, letter: Letter) -> None:
        """The question behind the command, answered and explained."""
        texts = await self._interface.texts(letter)
        if letter.person not in self._admins:
            await self._outgoing.say(letter, texts.html("desk-only"))
            return
        if not letter.argument:
            await self._outgoing.say(letter, texts.html("why-what"))
            return
        answer = await self._answerer.answer(Question(letter.argument, language=texts.language))
        said = escape(answer_text(answer, Texts(answer.language)))
        await self._outgoing.say(letter, paragraphs(said, lines(*reasons(answer, texts))))


def reasons(answer: Answer, texts: Texts) -> Iterator[str]:
    """What the answer rests on, a line each; what does not apply has none."""
    why = answer.explanation
    yield texts("why-rule", status=status_of(answer).value, rule=why.rule, confidence=f"{answer.confidence:.2f}")
    yield texts("why-kind", kind=why.kind.value)
    if why.matched:
        yield texts("why-matched", words=texts.joined(why.matched))
    if why.unmatched:
        yield texts("why-unmatched", words=texts.joined(why.unmatched))
    if why.corrections:
        yield texts("why-read", words=texts.joined(tuple(f"{typed} → {read}" for typed, read in why.corrections)))
    if why.inherited:
        yield texts("why-inherited", words=texts.joined(why.inherited))
    if isinstance(answer, DirectAnswer | HedgedAnswer):
        for piece in answer.evidence:
            yield texts("why-unit", unit=piece.unit, story=piece.card.slug, revision=piece.card.revision)
    if why.runner_up is not None and why.margin is not None:
        yield texts("why-runner-up", unit=why.runner_up, margin=f"{why.margin:.2f}")
