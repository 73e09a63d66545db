"""Tables, colours and progress where a terminal is there; plain text where not."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

Progress = Callable[[int, int], None]


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table on a terminal; elsewhere one line a row, its cells separated by tabs."""
    if not sys.stdout.isatty():
        for row in rows:
            print("\t".join("" if cell is None else str(cell) for cell in row))
        return
    from rich.console import Console  # noqa: PLC0415  rich takes 80 ms to import, plain output does without
    from rich.table import Table  # noqa: PLC0415  rich takes 80 ms to import, plain output does without

    table = Table(box=None, header_style="bold", pad_edge=False, show_header=any(columns))
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    Console().print(table)


def print_heading(text: str) -> None:
    """A line in bold on a terminal."""
    print(f"\x1b[1m{text}\x1b[0m" if sys.stdout.isatty() else text)


def print_faint(text: str) -> None:
    """A line that stands back on a terminal."""
    print(f"\x1b[2m{text}\x1b[0m" if sys.stdout.isatty() else text)


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """A function `(done, total)` that draws a bar on standard error if that is a terminal, and is silent elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console  # noqa: PLC0415  rich takes 80 ms to import, plain output does without
    from rich.progress import Progress as RichProgress  # noqa: PLC0415  rich takes 80 ms to import, plain output does without

    with RichProgress(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(label, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)
