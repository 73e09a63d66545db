"""The whole page: figures, charts, the confusion matrix, every failed row."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from importlib.resources import files

from bot.evaluation_page.charts import bars, calibration, histogram
from bot.evaluation_page.failed_rows import failed_row
from knowledge.evaluation.comparing import Comparison
from knowledge.evaluation.figures import Figures, Tally, answerability
from knowledge.evaluation.running import Result
from knowledge.evaluation.verdicts import DECLINES, Verdict
from knowledge.model.status import Status


def evaluation_page(
    title: str, figures: Figures, results: Sequence[Result], comparison: Comparison | None, now: datetime
) -> str:
    """One self-contained HTML page about a run; it needs no script and no network."""
    style = files("bot.evaluation_page").joinpath("page.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n{style}</style></head>\n<body>'
        f'<h1>{escape(title)}</h1><p class="faint">{figures.overall.rows} questions · {now:%Y-%m-%d %H:%M} UTC</p>\n'
        f"{tiles(figures)}{compared(comparison)}{charts(figures, results)}{matrices(figures)}{failures(results)}"
        "</body></html>\n"
    )


def tiles(figures: Figures) -> str:
    """The figures that matter most."""
    shown = [
        (f"{figures.answerable.share(Verdict.RIGHT):.1%}", "of answerable questions right"),
        (f"{figures.answerable.share(Verdict.WRONG):.1%}", "of answerable questions wrong"),
        (percent(figures.precision), "precision of answers"),
        (percent(figures.refusal_recall), "recall of refusals"),
        (number(figures.auroc), "AUROC"),
        (number(figures.calibration_error), "calibration error"),
        (f"{figures.p50:.2f} ms", "work, p50"),
        (f"{figures.p99:.2f} ms", "work, p99"),
    ]
    return (
        '<div class="tiles">'
        + "".join(f'<div class="tile"><b>{value}</b><span>{name}</span></div>' for value, name in shown)
        + "</div>\n"
    )


def percent(share: float | None) -> str:
    """A share that may be unknown."""
    return "–" if share is None else f"{share:.1%}"


def number(value: float | None) -> str:
    """A figure that may be unknown."""
    return "–" if value is None else f"{value:.3f}"


def compared(comparison: Comparison | None) -> str:
    """What changed since an earlier run."""
    if comparison is None:
        return ""
    return (
        f"<h2>Against the earlier run</h2><p>{len(comparison.better)} rows better, {len(comparison.worse)} worse, "
        f"{len(comparison.other)} otherwise changed, of {comparison.compared} in both. Sign test, two-sided: "
        f"p = {comparison.chance:.3g}.</p>\n"
        + "\n".join(failed_row(change.now, change) for change in comparison.changes)
    )


def charts(figures: Figures, results: Sequence[Result]) -> str:
    """Bars by kind and language, then what confidence and time look like."""
    confidence = {
        "answerable": [answerability(result) for result in results if result.row.expect is Status.ANSWER],
        "unanswerable": [answerability(result) for result in results if result.row.expect in DECLINES],
    }
    times = {"time": [result.milliseconds for result in results]}
    return (
        f"<h2>By kind {keys('right', 'refused', 'wrong')}</h2>{bars(figures.by_kind, 'Verdicts by kind of question')}\n"
        f"<h2>By language</h2>{bars(figures.by_language, 'Verdicts by language of the question')}\n"
        '<h2>Confidence and time</h2><div class="pair">'
        + figure(calibration(figures.calibration), "Answers: share right at each confidence. On the line is honest.")
        + figure(
            histogram(confidence, "How sure it is that the story answers", "surety", 1.0),
            f"How sure it is that the story answers {keys('answerable', 'unanswerable')}",
        )
        + figure(
            histogram(times, "Time of work", "milliseconds", figures.p99 or 1.0),
            "Time of work; what is slower than p99 counts in the last column.",
        )
        + "</div>\n"
    )


def keys(*names: str) -> str:
    """What the colours mean."""
    return '<small class="faint">' + "".join(f'<i class="key {name}"></i>{name}' for name in names) + "</small>"


def figure(picture: str, caption: str) -> str:
    """A chart with its caption, a piece of HTML."""
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def matrices(figures: Figures) -> str:
    """Expected against given, over all rows, by kind and by language."""
    return (
        f"<h2>Expected and given</h2>{matrix({'all': figures.overall})}"
        f"<details><summary>By kind</summary>{matrix(figures.by_kind)}</details>"
        f"<details><summary>By language</summary>{matrix(figures.by_language)}</details>\n"
    )


def matrix(tallies: Mapping[str, Tally]) -> str:
    """The confusion matrices of some groups in one table; what was asked for stands in bold."""
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{expected.value}</td>"
        + "".join(f"<td{' class=met' if given is expected else ''}>{row.get(given, '') or ''}</td>" for given in Status)
        + "</tr>"
        for name, tally in tallies.items()
        for expected, row in tally.confusion.items()
    )
    heads = "".join(f"<th>{given.value}</th>" for given in Status)
    return f'<div class="scroll"><table><tr><th></th><th>expected</th>{heads}</tr>{rows}</table></div>'


def failures(results: Sequence[Result]) -> str:
    """Every row that is not right: the wrong ones first."""
    parts = []
    for verdict, heading in ((Verdict.WRONG, "Wrong"), (Verdict.REFUSED, "Refused, though the story answers")):
        rows = [result for result in results if result.verdict is verdict]
        parts.append(f"<h2>{heading}: {len(rows)}</h2>" + "\n".join(failed_row(result) for result in rows))
    return "\n".join(parts)
