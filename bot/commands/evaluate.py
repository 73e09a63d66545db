"""`storyline evaluate QUESTIONS.jsonl`: how good the answers are."""

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.commands.ask import check_story, lines_of, opened_answerer
from bot.commands.evaluation_output import print_comparison, print_failed, print_figures, run_json
from bot.commands.fit_gate import fit_gate
from bot.commands.inputs import read_input
from bot.commands.opening import opened, settings_for
from bot.commands.terminal import progress_bar
from bot.evaluation_page.page import evaluation_page
from handlers.rendering.answer import answer_text
from handlers.rendering.texts import Texts
from knowledge.errors import UnreadableInput, UnwritableOutput
from knowledge.evaluation.comparing import Comparison, compare, read_run
from knowledge.evaluation.figures import figures_of
from knowledge.evaluation.rows import Row, RowReader, with_unique_ids
from knowledge.evaluation.running import Result, run_rows
from knowledge.store.stories import StoryStore


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline evaluate`."""
    parser.add_argument(
        "questions", metavar="QUESTIONS.jsonl", nargs="*", help="lines with question, expect, answers; - is stdin"
    )
    parser.add_argument("--story", metavar="SLUG", help="ask this story only")
    parser.add_argument(
        "--load",
        metavar="PATH",
        nargs="+",
        action="extend",
        default=[],
        help="read these stories into a copy of the database; rows with that file's name as `post` are asked of them",
    )
    parser.add_argument("--json", action="store_true", help="print figures and every row as JSON")
    parser.add_argument("--html", metavar="FILE", type=Path, help="write a page with charts and every failed row")
    parser.add_argument("--compare", metavar="OLD.json", type=Path, help="what changed since a run kept with --json")
    parser.add_argument(
        "--fit",
        metavar="GATE.json",
        type=Path,
        nargs="?",
        const=Path("knowledge/answering/ranking/gate.json"),
        help="fit the gate again, in a checkout with the public data beside it, and write it (default: %(const)s)",
    )
    parser.add_argument("--failed", action="store_true", help="print every row that is not right, with its reason")


def perform(arguments: Namespace) -> int:
    """Asks every question and prints the figures."""
    if bool(arguments.questions) == bool(arguments.fit):
        print("storyline evaluate: name a file of questions, or use --fit.", file=sys.stderr)
        return 2
    if arguments.fit:
        return fit_gate(arguments.fit)
    if arguments.html and not arguments.html.parent.is_dir():
        raise UnwritableOutput(f"There is no folder {arguments.html.parent} for the page.")
    old = read_run(read_text(arguments.compare), str(arguments.compare)) if arguments.compare else None
    results = asyncio.run(results_of(arguments))
    comparison = compare(old, results) if old is not None else None
    if arguments.html:
        write_page(arguments, results, comparison)
    figures = figures_of(results)
    if arguments.json:
        print(json.dumps(run_json(figures, results, comparison), ensure_ascii=False, indent=1))
        return 0
    print_figures(figures)
    if comparison:
        print_comparison(comparison)
    if arguments.failed:
        print_failed(results)
    return 0


async def results_of(arguments: Namespace) -> list[Result]:
    """Runs the rows, with a progress bar."""
    async with database_for(arguments) as (path, posts), opened_answerer(path) as (answerer, store):
        reader = RowReader(arguments.story, posts)
        rows = with_unique_ids(row for file in arguments.questions for row in reader.read(lines_of(file), file))
        await check_stories(store, rows)
        await answerer.warm_up()
        with progress_bar("Asking") as progress:
            return await run_rows(answerer, rows, lambda answer: answer_text(answer, Texts(answer.language)), progress)


async def check_stories(store: StoryStore, rows: Sequence[Row]) -> None:
    """Raises UnknownStory where a row is to be asked of a story that is not stored."""
    for slug in dict.fromkeys(row.question.story for row in rows):
        await check_story(store, slug)


@asynccontextmanager
async def database_for(arguments: Namespace) -> AsyncIterator[tuple[Path, dict[str, str]]]:
    """The database to ask, and the slug of each file of `--load` by its name.

    Files are read into a copy that is gone afterwards: the stored stories stay as they are.
    """
    path = settings_for(arguments).database
    if not arguments.load:
        yield path, {}
        return
    with TemporaryDirectory(prefix="storyline-") as folder:
        copy = Path(folder) / "evaluated.sqlite3"
        async with opened(path) as database:
            await database.backup(copy)
        posts = {}
        async with opened(copy) as database:
            for place in arguments.load:
                posts[Path(place).name] = await load_into(StoryStore(database), place)
        yield copy, posts


async def load_into(store: StoryStore, place: str) -> str:
    """Stores what one file or address holds; returns the slug of its (first) story."""
    reading = await read_input(place, None)
    for story in reading.stories:
        await store.save(story, now=datetime.now(UTC), origin="load")
    return reading.stories[0].slug


def write_page(arguments: Namespace, results: Sequence[Result], comparison: Comparison | None) -> None:
    """Writes the HTML page."""
    names = ", ".join(Path(file).name for file in arguments.questions)
    page = evaluation_page(f"Storyline on {names}", figures_of(results), results, comparison, datetime.now(UTC))
    try:
        arguments.html.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UnwritableOutput(f"{arguments.html} cannot be written: {error.strerror}.") from error


def read_text(path: Path) -> str:
    """A text file whole. Raises UnreadableInput."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path} is not UTF-8 text.") from error
