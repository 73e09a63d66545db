"""An answer as the JSON that `storyline ask` prints: a contract with whoever calls it."""

from dataclasses import asdict
from typing import Any, assert_never

from handlers.rendering.answer import answer_html, answer_text
from handlers.rendering.texts import Texts
from knowledge.model.answer import (
    Answer,
    Clarification,
    DirectAnswer,
    Evidence,
    HedgedAnswer,
    Question,
    Refusal,
    SmallTalk,
)
from knowledge.model.status import status_of


def answer_json(identity: str | int | None, question: Question, answer: Answer, milliseconds: float) -> dict[str, Any]:
    """The answer's JSON shape; `milliseconds` is the time of work for it."""
    texts = Texts(answer.language)
    return {
        "id": identity,
        "question": question.text,
        "language": answer.language,
        "status": status_of(answer).value,
        "text": answer_text(answer, texts),
        "html": "\n\n".join(answer_html(answer, texts)),
        "evidence": [evidence_json(evidence) for evidence in evidence_of(answer)],
        "confidence": round(answer.confidence, 4),
        "reason": reason_of(answer),
        "suggestions": suggestions_of(answer),
        "milliseconds": round(milliseconds, 3),
    }


def evidence_of(answer: Answer) -> tuple[Evidence, ...]:
    """The quotations of an answer."""
    match answer:
        case DirectAnswer() | HedgedAnswer():
            return answer.evidence
        case Clarification() | Refusal() | SmallTalk():
            return ()
        case _:
            assert_never(answer)


def suggestions_of(answer: Answer) -> list[str]:
    """Questions that the reader may ask next, or choose from."""
    suggestions = answer.choices if isinstance(answer, Clarification) else answer.suggestions
    return [suggestion.question for suggestion in suggestions]


def reason_of(answer: Answer) -> str:
    """The rule that fired, and what was missing where something was."""
    match answer:
        case HedgedAnswer() | Refusal():
            missing = f": {', '.join(answer.words)}" if answer.words else ""
            return f"{answer.gap.value}{missing}"
        case DirectAnswer() | Clarification() | SmallTalk():
            return answer.explanation.rule
        case _:
            assert_never(answer)


def evidence_json(evidence: Evidence) -> dict[str, str | None]:
    """One quotation and where it stands."""
    return {
        "story": evidence.card.slug,
        "section": evidence.section,
        "unit": evidence.unit,
        "quote": evidence.quote,
    }


def explanation_json(answer: Answer) -> dict[str, Any]:
    """Why the answer is what it is, with the revisions that it stands on."""
    revisions = {evidence.card.slug: evidence.card.revision for evidence in evidence_of(answer)}
    return asdict(answer.explanation) | {"revisions": revisions}
