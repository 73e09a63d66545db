"""`storyline evaluate QUESTIONS.jsonl`: how good the answers are."""

import asyncio
import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.commands.answer_json import answer_json, explanation_json
from bot.commands.ask import lines_of, opened_answerer
from bot.commands.opening import settings_for
from bot.commands.terminal import print_faint, print_heading, print_table, progress_bar
from knowledge.evaluation.figures import Figures, Tally, figures_of
from knowledge.evaluation.rows import read_rows
from knowledge.evaluation.running import Result, run_rows
from knowledge.evaluation.verdicts import Verdict


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline evaluate`."""
    parser.add_argument(
        "questions", metavar="QUESTIONS.jsonl", help="lines with question, expect, answers; - is stdin"
    )
    parser.add_argument("--story", metavar="SLUG", help="ask this story only")
    parser.add_argument("--json", action="store_true", help="print figures and every row as JSON")
    parser.add_argument("--failed", action="store_true", help="print every row that is not right, with its reason")


def perform(arguments: Namespace) -> int:
    """Asks every question and prints the figures."""
    results = asyncio.run(results_of(arguments))
    figures = figures_of(results)
    if arguments.json:
        print(json.dumps(run_json(figures, results), ensure_ascii=False, indent=1))
        return 0
    print_figures(figures)
    if arguments.failed:
        print_failed(results)
    return 0


async def results_of(arguments: Namespace) -> list[Result]:
    """Runs the rows, with a progress bar."""
    rows = read_rows(lines_of(arguments.questions), arguments.story)
    async with opened_answerer(settings_for(arguments).database) as (answerer, _):
        with progress_bar(f"Asking {Path(arguments.questions).name}") as progress:
            return await run_rows(answerer, rows, progress)


def run_json(figures: Figures, results: list[Result]) -> dict[str, Any]:
    """The whole run as JSON: the figures, then a row each."""
    return {"figures": asdict(figures), "rows": [result_json(result) for result in results]}


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
    print_tallies({"answerable": figures.answerable, "unanswerable": figures.unanswerable})
    print_tallies(figures.by_kind)
    print_tallies(figures.by_language)
    print(
        f"precision of answers {figures.precision:.3f} · recall of refusals {figures.refusal_recall:.3f} · "
        f"AUROC {figures.auroc:.3f} · calibration error {figures.calibration_error:.3f}"
    )
    print(f"time of work: p50 {figures.p50:.2f} ms, p99 {figures.p99:.2f} ms")


def print_tallies(tallies: dict[str, Tally]) -> None:
    """One line a group."""
    print_table(
        ("", "rows", "right", "wrong", "refused"),
        [
            (name, tally.rows, *(f"{tally.share(verdict):.1%}" for verdict in Verdict))
            for name, tally in tallies.items()
        ],
    )


def print_failed(results: list[Result]) -> None:
    """Every row that is not right: what was asked, what came, why."""
    for result in results:
        if result.verdict is Verdict.RIGHT:
            continue
        shape = answer_json(result.row.id, result.row.question, result.answer, result.milliseconds)
        print(f"\n[{result.row.id}] {result.row.question}")
        print(f"  {result.verdict.value}: {shape['status']}, {shape['reason']}; wanted {list(result.row.answers)}")
        for evidence in shape["evidence"]:
            print_faint(f"  {evidence['unit']}: {evidence['quote']}")
