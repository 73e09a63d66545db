"""`storyline ask`: one question, or a file of them."""

import asyncio
import json
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.commands.answer_json import answer_json, explanation_json
from bot.commands.batch_row import BatchRow, read_batch_row
from bot.commands.opening import opened, settings_for
from bot.commands.print_answer import print_answer, print_explanation
from bot.commands.show import unknown_story
from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing.library import Library
from knowledge.errors import StorylineError, UnreadableInput
from knowledge.model.answer import Question
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline ask`."""
    parser.add_argument("question", metavar="QUESTION", nargs="?", help="what a reader would type")
    parser.add_argument("--batch", metavar="FILE", help="JSON Lines of questions; - reads standard input")
    parser.add_argument("--story", metavar="SLUG", help="answer from this story only")
    parser.add_argument("--language", choices=("en", "uk"), help="the reader's interface language")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--explain", action="store_true", help="say why this is the answer")


def perform(arguments: Namespace) -> int:
    """Answers, and prints."""
    if (arguments.question is None) == (arguments.batch is None):
        print("storyline ask: give one question, or --batch FILE.", file=sys.stderr)
        return 2
    if arguments.batch is not None:
        return asyncio.run(answer_batch(arguments))
    return asyncio.run(answer_one(arguments))


@asynccontextmanager
async def opened_answerer(path: Path) -> AsyncIterator[tuple[Answerer, StoryStore]]:
    """An answerer over the database at `path`."""
    async with opened(path) as database:
        store = StoryStore(database)
        yield Answerer(Library(store, UnitSearch(database))), store


async def answer_one(arguments: Namespace) -> int:
    """Answers the question of the command line."""
    async with opened_answerer(settings_for(arguments).database) as (answerer, store):
        await check_story(store, arguments.story)
        question = Question(
            arguments.question,
            language=arguments.language,
            story=arguments.story,
            only_story=arguments.story is not None,
        )
        started = time.perf_counter()
        answer = await answerer.answer(question)
        milliseconds = (time.perf_counter() - started) * 1000
    if arguments.json:
        shape = answer_json(None, question, answer, milliseconds)
        if arguments.explain:
            shape["explanation"] = explanation_json(answer)
        print(json.dumps(shape, ensure_ascii=False, indent=2))
        return 0
    print_answer(answer)
    if arguments.explain:
        print_explanation(answer, milliseconds)
    return 0


async def answer_batch(arguments: Namespace) -> int:
    """Answers a file of questions, one JSON line for each, in order; a line that cannot be read gets an `error`."""
    failed = False
    async with opened_answerer(settings_for(arguments).database) as (answerer, store):
        await answerer.warm_up()
        for number, line in enumerate(lines_of(arguments.batch), start=1):
            if not line.strip():
                continue
            try:
                row = read_batch_row(line, number)
                await check_story(store, row.story or arguments.story)
            except StorylineError as error:
                failed = True
                print(f"storyline: {error}", file=sys.stderr)
                print(json.dumps({"id": None, "error": str(error)}, ensure_ascii=False), flush=True)
                continue
            question = question_of(row, arguments)
            started = time.perf_counter()
            answer = await answerer.answer(question)
            milliseconds = (time.perf_counter() - started) * 1000
            shape = answer_json(row.id, question, answer, milliseconds)
            if arguments.explain:
                shape["explanation"] = explanation_json(answer)
            print(json.dumps(shape, ensure_ascii=False), flush=True)
    return 1 if failed else 0


def question_of(row: BatchRow, arguments: Namespace) -> Question:
    """The question of one row; the command line's options stand in for what the row leaves out."""
    story = row.story or arguments.story
    return Question(
        row.question,
        language=row.language or arguments.language,
        story=story,
        only_story=story is not None,
        context=row.turns(),
    )


async def check_story(store: StoryStore, slug: str | None) -> None:
    """Raises UnknownStory when `slug` names no stored story."""
    if slug is not None and await store.row(slug) is None:
        raise unknown_story(slug, [row.slug for row in await store.rows()])


def lines_of(place: str) -> Iterator[str]:
    """The lines of a file, or of standard input for `-`. Raises UnreadableInput."""
    if place == "-":
        yield from decoded(sys.stdin.buffer, "standard input")
        return
    try:
        with open(place, "rb") as file:
            yield from decoded(file, place)
    except OSError as error:
        raise UnreadableInput(f"{place} cannot be read: {error.strerror}.") from error


def decoded(lines: Iterable[bytes], place: str) -> Iterator[str]:
    """Lines as text. Raises UnreadableInput where they are not UTF-8."""
    for number, line in enumerate(lines, start=1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableInput(f"Line {number} of {place} is not UTF-8.") from error
