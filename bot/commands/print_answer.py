"""An answer in the terminal."""

from bot.commands.answer_json import evidence_of, explanation_json, suggestions_of
from bot.commands.terminal import print_faint
from handlers.rendering.answer import answer_text
from handlers.rendering.texts import Texts
from knowledge.model.answer import Answer
from knowledge.model.status import status_of


def print_answer(answer: Answer) -> None:
    """The reply's own words, where they stand, and what to ask next."""
    print(answer_text(answer, Texts(answer.language)))
    cards = {evidence.card.slug: evidence.card for evidence in evidence_of(answer)}
    for card in cards.values():
        chain = " → ".join(part for part in (card.original_reporter, card.source, card.channel) if part)
        print_faint(f"— {card.title}" + (f" · {chain}" if chain else ""))
    for question in suggestions_of(answer):
        print_faint(f"  • {question}")


def print_explanation(answer: Answer, milliseconds: float) -> None:
    """Why this is the answer, one line a fact."""
    print_faint(f"status: {status_of(answer).value} · confidence: {answer.confidence:.2f} · {milliseconds:.2f} ms")
    for name, value in explanation_json(answer).items():
        if value not in (None, (), [], {}):
            print_faint(f"{name}: {shown(value)}")


def shown(value: object) -> str:
    """A value of the explanation as a reader of terminals likes it."""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, dict):
        return ", ".join(f"{key} {shown(part)}" for key, part in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(
            " → ".join(shown(part) for part in pair) if isinstance(pair, list | tuple) else shown(pair)
            for pair in value
        )
    return str(value)
