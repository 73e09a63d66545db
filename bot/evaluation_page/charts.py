"""Charts as inline SVG; colours come from the page's style sheet, so that they follow light and dark."""

from collections.abc import Mapping, Sequence
from html import escape

from knowledge.evaluation.figures import Tally
from knowledge.evaluation.surety import Bin
from knowledge.evaluation.verdicts import Verdict

BAR_ORDER = (Verdict.RIGHT, Verdict.REFUSED, Verdict.WRONG)
BAR_HEIGHT, BAR_GAP, BAR_LABEL, BAR_WIDTH = 20, 8, 150, 760
NARROWEST_NUMBER = 26  # a segment narrower than this has no room for its number
PLOT = 240  # side of a square plot, and width of a histogram
MARGIN = 36


def bars(tallies: Mapping[str, Tally], title: str) -> str:
    """One stacked bar a group: right, refused, wrong, with the number of rows in each."""
    height = len(tallies) * (BAR_HEIGHT + BAR_GAP)
    parts = [bar(name, tally, place * (BAR_HEIGHT + BAR_GAP)) for place, (name, tally) in enumerate(tallies.items())]
    return svg(BAR_LABEL + BAR_WIDTH + 60, height, title, "".join(parts))


def bar(name: str, tally: Tally, top: int) -> str:
    """One group's bar."""
    middle = top + BAR_HEIGHT / 2
    parts = [label(BAR_LABEL - 8, middle, name, "end")]
    left = float(BAR_LABEL)
    for verdict in BAR_ORDER:
        count = tally.count(verdict)
        width = BAR_WIDTH * count / max(1, tally.rows)
        if count:
            parts.append(
                f'<rect class="{verdict.value}" x="{left:.1f}" y="{top}" width="{width:.1f}" height="{BAR_HEIGHT}">'
                f"<title>{escape(name)}: {count} {verdict.value}</title></rect>"
            )
        if width >= NARROWEST_NUMBER:
            parts.append(label(left + width / 2, middle, str(count), "middle", f"on-{verdict.value}"))
        left += width
    parts.append(label(left + 8, middle, f"{tally.share(Verdict.RIGHT):.0%}", "start", "strong"))
    return "".join(parts)


def calibration(bins: Sequence[Bin]) -> str:
    """Share right against confidence; a dot's area stands for its rows, the diagonal for honest confidence."""
    largest = max((members.rows for members in bins), default=1)
    parts = [
        axes("confidence", "share right"),
        f'<line class="guide" x1="{MARGIN}" y1="{PLOT}" x2="{MARGIN + PLOT}" y2="0"/>',
    ]
    for members in bins:
        share = members.right / members.rows
        radius = 3 + 9 * (members.rows / largest) ** 0.5
        parts.append(
            f'<circle class="dot" cx="{MARGIN + PLOT * members.confidence:.1f}" cy="{PLOT * (1 - share):.1f}" '
            f'r="{radius:.1f}"><title>{members.rows} answers, confidence {members.confidence:.2f}, '
            f"{share:.0%} right</title></circle>"
        )
    return svg(PLOT + 2 * MARGIN, PLOT + MARGIN, "Calibration", "".join(parts))


def histogram(groups: Mapping[str, Sequence[float]], title: str, across: str, highest: float, bins: int = 20) -> str:
    """How often each value occurs, 0…`highest` in `bins` steps; groups (named by style class) overlap."""
    counted = {name: counts(values, highest, bins) for name, values in groups.items()}
    tallest = max((max(heights) for heights in counted.values()), default=1) or 1
    width = PLOT / bins
    parts = [axes(across, "rows", f"{highest:.3g}", str(tallest))]
    for name, heights in counted.items():
        for place, count in enumerate(heights):
            if count:
                height = PLOT * count / tallest
                parts.append(
                    f'<rect class="{escape(name)} column" x="{MARGIN + place * width:.1f}" y="{PLOT - height:.1f}" '
                    f'width="{width:.1f}" height="{height:.1f}"><title>{count} {escape(name)}, '
                    f"{place * highest / bins:.3g} to {(place + 1) * highest / bins:.3g}</title></rect>"
                )
    return svg(PLOT + 2 * MARGIN, PLOT + MARGIN, title, "".join(parts))


def counts(values: Sequence[float], highest: float, bins: int) -> list[int]:
    """How many values fall into each step; what is above `highest` counts in the last one."""
    heights = [0] * bins
    for value in values:
        heights[max(0, min(bins - 1, int(value / (highest or 1) * bins)))] += 1
    return heights


def axes(across: str, up: str, most_across: str = "1", most_up: str = "1") -> str:
    """A frame at the left and below, from 0 to the given ends, with names."""
    return (
        f'<path class="axis" d="M{MARGIN} 0V{PLOT}H{MARGIN + PLOT}"/>'
        + label(MARGIN - 6, PLOT, "0", "end")
        + label(MARGIN - 6, 8, most_up, "end")
        + label(MARGIN + PLOT, PLOT + 14, most_across, "middle")
        + label(MARGIN + PLOT / 2, PLOT + 24, across, "middle")
        + f'<text class="label" text-anchor="middle" transform="translate(12 {PLOT / 2:.0f}) rotate(-90)">{up}</text>'
    )


def label(x: float, y: float, text: str, anchor: str, style: str = "") -> str:
    """A piece of text, its middle at height `y`."""
    return (
        f'<text class="label {style}" x="{x:.1f}" y="{y:.1f}" dy=".35em" text-anchor="{anchor}">{escape(text)}</text>'
    )


def svg(width: int, height: int, title: str, inside: str) -> str:
    """A picture with a name for those who hear the page."""
    return (
        f'<svg viewBox="0 0 {width} {height}" style="max-width:{width}px" role="img" aria-label="{escape(title)}">'
        f"{inside}</svg>"
    )
