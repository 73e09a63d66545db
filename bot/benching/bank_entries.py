"""Invented questions and answers, as many as wanted and the same in every run: banks to measure with."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random

SEED = 7
PRODUCTS_PER_ENTRY = 1 / 50  # so that a name alone finds fifty entries, and the rest of the question must decide


@dataclass(frozen=True, slots=True)
class Entry:
    """One invented entry: two phrasings, a third one to ask with, and the answer."""

    questions: tuple[str, str]
    asked: str
    answer: str


def bank(size: int) -> Iterator[Entry]:
    """`size` different entries, the same ones in every run."""
    random = Random(SEED)
    words = bank_words()
    products = names(max(20, int(size * PRODUCTS_PER_ENTRY)), words["syllables"], random)
    seen: set[tuple[str, str, str]] = set()
    while len(seen) < size:
        verb, thing, product = random.choice(words["verbs"]), random.choice(words["things"]), random.choice(products)
        if (verb, thing, product) in seen:
            continue
        seen.add((verb, thing, product))
        minutes = random.randrange(2, 90)
        yield Entry(
            (f"How do I {verb} the {thing} of my {product}?", f"{product}: {verb} {thing}"),
            f"what must I do to {verb} my {product}'s {thing}",
            f"To {verb} the {thing} of a {product}, hold its {random.choice(words['things'])} for {minutes} seconds, "
            f"then follow step {len(seen)} of the manual.",
        )


def bank_words() -> dict[str, list[str]]:
    """Syllables, verbs and things."""
    text = files("bot.benching").joinpath("bank_words.toml").read_text(encoding="utf-8")
    return {name: words.split() for name, words in tomllib.loads(text).items()}


def names(count: int, syllables: list[str], random: Random) -> list[str]:
    """Made-up names of three or four syllables, all different."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random.choices(syllables, k=random.choice((3, 4)))).capitalize()] = None
    return list(found)


def write_bank(size: int, path: Path) -> None:
    """Writes the bank as JSON Lines that `storyline load` reads."""
    with path.open("w", encoding="utf-8") as file:
        for entry in bank(size):
            file.write(json.dumps({"questions": entry.questions, "answer": entry.answer}) + "\n")


def sample(size: int, count: int) -> list[Entry]:
    """`count` entries spread evenly over the bank of `size`."""
    step = max(1, size // count)
    return [entry for number, entry in enumerate(bank(size)) if number % step == 0][:count]
