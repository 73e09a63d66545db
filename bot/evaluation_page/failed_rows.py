"""A row of the page: what was asked, what was wanted, what came, and why."""

from html import escape

from bot.commands.answer_json import evidence_of, explanation_json, reason_of
from handlers.rendering.answer import answer_text
from handlers.rendering.texts import Texts
from knowledge.evaluation.comparing import Change
from knowledge.evaluation.running import Result

SHOWN_FEATURES = 12


def failed_row(result: Result, before: Change | None = None) -> str:
    """One row that opens to its explanation; `before` says what an earlier run made of it."""
    earlier = f' <span class="faint">(was {before.before.value})</span>' if before else ""
    return (
        f'<details id="{escape(result.row.id)}"><summary><span class="verdict {result.verdict.value}">'
        f"{result.verdict.value}</span>{escape(result.row.question.text)}{earlier}</summary>"
        f"<dl>{''.join(line(name, value) for name, value in facts_of(result) if value)}</dl></details>"
    )


def facts_of(result: Result) -> list[tuple[str, str]]:
    """What there is to know of a row, as pairs of a name and a piece of HTML; empty where there is nothing."""
    explanation = explanation_json(result.answer)
    quotations = "".join(
        f'<blockquote>{escape(evidence.quote)} <span class="faint">[{escape(evidence.unit)}]</span></blockquote>'
        for evidence in evidence_of(result.answer)
    )
    features = "  ".join(f"{name} {value:.2f}" for name, value in explanation["features"][:SHOWN_FEATURES])
    margin = explanation["margin"]
    return [
        ("row", escape(f"{result.row.id} · {result.row.kind} · {result.row.language}")),
        ("after", escape(" / ".join(turn.question for turn in result.row.question.context))),
        ("wanted", escape(f"{result.row.expect.value}: {' | '.join(result.row.answers)}".rstrip(": "))),
        ("got", escape(f"{result.given.value}, confidence {result.answer.confidence:.2f}")),
        ("reply", escape(answer_text(result.answer, Texts(result.answer.language))).replace("\n", "<br>")),
        ("quoted", quotations),
        ("reason", escape(reason_of(result.answer))),
        ("rule", escape(explanation["rule"])),
        ("matched", escape(", ".join(explanation["matched"]))),
        ("not matched", escape(", ".join(explanation["unmatched"]))),
        ("read as", escape(", ".join(f"{typed} → {read}" for typed, read in explanation["corrections"]))),
        ("inherited", escape(", ".join(explanation["inherited"]))),
        ("runner-up", escape(explanation["runner_up"] or "") + (f", margin {margin:.3f}" if margin else "")),
        ("features", escape(features)),
    ]


def line(name: str, value: str) -> str:
    """One fact."""
    return f"<dt>{name}</dt><dd>{value}</dd>"
