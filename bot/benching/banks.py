"""A bank of many questions and answers: how long it loads, answers, and how much memory that takes."""

import asyncio
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.benching.bank_entries import Entry, sample, write_bank
from bot.benching.measuring import OURS, Race, ours, peers, race
from bot.benching.memory import resident_bytes
from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing.library import Library
from knowledge.errors import StoreError
from knowledge.evaluation.typing_errors import with_typing_errors
from knowledge.model.answer import DirectAnswer, Question
from knowledge.store.database import open_database
from knowledge.store.plain_search import PlainSearch
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore

SEED = 3  # of the typing errors
QUESTIONS = 300
FOR_PEERS = 25  # questions; rapidfuzz takes a fifth of a second for each in a bank of 100,000
TYPED_WRONG = 0.3  # share of words


@dataclass(frozen=True, slots=True)
class BankReport:
    """What a bank of `entries` came to; sizes are bytes, shares 0…1.

    `memory` is what the process grew by, from having answered about a bundled story to after the bank's last question.
    """

    entries: int
    load_seconds: float
    database: int
    memory: int
    found: float  # share of the questions as they stand whose own entry was the answer
    found_mistyped: float
    races: tuple[Race, ...]


@dataclass(frozen=True, slots=True)
class LoadedBank:
    """A bank that `storyline load` has stored at `path`, in `seconds`."""

    size: int
    path: Path
    seconds: float


async def load_bank(size: int, folder: Path) -> LoadedBank:
    """Makes a bank in `folder` and loads it with `storyline load`, in a process of its own."""
    table, path = folder / f"bank-{size}.jsonl", folder / f"bank-{size}.sqlite3"
    write_bank(size, table)
    return LoadedBank(size, path, await load_with_command(table, path))


async def measure_bank(bank: LoadedBank, progress: Callable[[int, int], None]) -> BankReport:
    """Asks the bank, as questions stand and mistyped, then beside peers."""
    entries = sample(bank.size, QUESTIONS)
    random = Random(SEED)
    clean = [entry.asked for entry in entries]
    mistyped = [with_typing_errors(question, TYPED_WRONG, random) for question in clean]
    async with open_database(bank.path) as database:
        store = StoryStore(database)
        bundled, *_, slug = [row.slug for row in await store.rows()]

        def fresh() -> Answerer:
            return Answerer(Library(store, UnitSearch(database)))

        answerer = fresh()
        await ours(answerer, bundled)  # so that neither a language's words nor what that story teaches is counted
        before = resident_bytes()
        races = [
            await race("questions as they stand", clean, [{OURS: await ours(answerer, slug)}], progress),
            await race("with typing errors", mistyped, [{OURS: await ours(answerer, slug)}], progress),
        ]
        memory = resident_bytes() - before
        found = [await share_found(fresh(), slug, entries, asked) for asked in (clean, mistyped)]
        texts = [" ".join((*entry.questions, entry.answer)) for entry in sample(bank.size, bank.size)]
        search = PlainSearch(texts)
        beside = [{OURS: await ours(fresh(), slug)} | peers(texts, search)]
        races.append(await race("beside peers", clean[:FOR_PEERS], beside, progress))
        search.close()
    return BankReport(bank.size, bank.seconds, bank.path.stat().st_size, memory, found[0], found[1], tuple(races))


async def load_with_command(table: Path, database: Path) -> float:
    """Loads the table as an editor would; returns the seconds that it took. Its progress bar shows on a terminal."""
    started = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "load", str(table), "--database", str(database), stdout=asyncio.subprocess.DEVNULL
    )
    if await process.wait() != 0:
        raise StoreError(f"The bank {table.name} could not be loaded.")
    return time.perf_counter() - started


async def share_found(answerer: Answerer, slug: str, entries: Sequence[Entry], asked: Sequence[str]) -> float:
    """Share of the questions that were answered with their own entry."""
    found = 0
    for entry, question in zip(entries, asked, strict=True):
        answer = await answerer.answer(Question(question, story=slug, only_story=True))
        if isinstance(answer, DirectAnswer):
            found += any(evidence.quote == entry.answer for evidence in answer.evidence)
    return found / len(entries)
