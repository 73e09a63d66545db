"""What `storyline evaluate` prints: tables for people, JSON for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.commands.answer_json import answer_json, explanation_json
from bot.commands.terminal import print_faint, print_heading, print_table
from knowledge.evaluation.comparing import Change, Comparison
from knowledge.evaluation.figures import Figures, Tally
from knowledge.evaluation.running import Result
from knowledge.evaluation.verdicts import Verdict
from knowledge.model.status import Status


def run_json(figures: Figures, results: Sequence[Result], comparison: Comparison | None) -> dict[str, Any]:
    """The whole run as JSON: the figures, what changed, then a row each."""
    shape: dict[str, Any] = {"figures": asdict(figures)}
    if comparison:
        shape["comparison"] = {
            "compared": comparison.compared,
            "better": [change_json(change) for change in comparison.better],
            "worse": [change_json(change) for change in comparison.worse],
            "other": [change_json(change) for change in comparison.other],
            "p_value": comparison.chance,
        }
    return shape | {"rows": [result_json(result) for result in results]}


def change_json(change: Change) -> dict[str, str]:
    """One row that changed."""
    return {
        "id": change.now.row.id,
        "question": change.now.row.question.text,
        "before": change.before.value,
        "now": change.now.verdict.value,
    }


def result_json(result: Result) -> dict[str, Any]:
    """One row with its answer, verdict and explanation."""
    shape = answer_json(result.row.id, result.row.question, result.answer, result.milliseconds)
    del shape["html"]
    return shape | {
        "kind": result.row.kind,
        "asked_in": result.row.language,
        "expect": result.row.expect.value,
        "answers": list(result.row.answers),
        "verdict": result.verdict.value,
        "explanation": explanation_json(result.answer),
    }


def print_figures(figures: Figures) -> None:
    """The figures as tables."""
    print_heading(f"{figures.overall.rows} questions")
    print_tallies({"all": figures.overall, "answerable": figures.answerable, "unanswerable": figures.unanswerable})
    print_heading("by kind")
    print_tallies(figures.by_kind)
    print_heading("by language")
    print_tallies(figures.by_language)
    print_heading("expected and given")
    print_confusion(figures.overall)
    print_heading("over all")
    print(
        f"precision of answers {shown(figures.precision)} · recall of refusals {shown(figures.refusal_recall)} · "
        f"AUROC {shown(figures.auroc)} · calibration error {shown(figures.calibration_error)}"
    )
    print(f"time of work: p50 {figures.p50:.2f} ms, p99 {figures.p99:.2f} ms")


def shown(value: float | None) -> str:
    """A figure that there may be nothing to measure on."""
    return "–" if value is None else f"{value:.3f}"


def print_tallies(tallies: Mapping[str, Tally]) -> None:
    """One line a group that has rows."""
    print_table(
        ("", "", *("" for _ in Verdict)),
        [
            (name, f"{tally.rows} rows", *(f"{tally.share(verdict):6.1%} {verdict.value}" for verdict in Verdict))
            for name, tally in tallies.items()
            if tally.rows
        ],
    )


def print_confusion(tally: Tally) -> None:
    """The confusion matrix: a line for each expected status, a column for each given one; the cells name them."""
    print_table(
        ("", *("" for _ in Status)),
        [
            (expected.value, *(f"{row.get(status, 0)} {status.value}" for status in Status))
            for expected, row in tally.confusion.items()
        ],
    )


def print_comparison(comparison: Comparison) -> None:
    """Rows that changed since an earlier run."""
    print_heading("against the earlier run")
    for change in comparison.changes:
        row = change.now.row
        print(f"{change.before.value} → {change.now.verdict.value}\t[{row.id}] {row.question.text}")
    print(
        f"{len(comparison.better)} better, {len(comparison.worse)} worse, {len(comparison.other)} otherwise changed "
        f"of {comparison.compared} in both; sign test p = {comparison.chance:.3g}"
    )


def print_failed(results: Sequence[Result]) -> None:
    """Every row that is not right: what was asked, what came, why."""
    for result in results:
        if result.verdict is Verdict.RIGHT:
            continue
        shape = answer_json(result.row.id, result.row.question, result.answer, result.milliseconds)
        print(f"\n[{result.row.id}] {result.row.question.text}")
        wanted = " | ".join(result.row.answers) or result.row.expect.value
        print(f"  {result.verdict.value}: {shape['status']}, {shape['reason']}; wanted: {wanted}")
        for evidence in shape["evidence"]:
            print_faint(f"  {evidence['unit']}: {evidence['quote']}")
