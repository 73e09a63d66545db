"""What each mechanism of answering adds or costs: the figures with all of them, then without one at a time.

`python -m tests.benchmarks.answering_ablation` asks the questions of tests/data that are open for tuning.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from knowledge.answering import deciding
from knowledge.answering.checking import apart, contrasts, gaps, held_answers, naming, relations, untold
from knowledge.answering.deciding import Decider
from knowledge.answering.indexing import story_index
from knowledge.answering.indexing.lessons import NOTHING_LEARNT
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking import attempt, coverage, matching, phrasing, scoring
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.reading import reading
from knowledge.answering.replying import replies
from knowledge.evaluation.left_out import silenced
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import Answer, Clarification, DirectAnswer, Question, SmallTalk
from knowledge.model.story import Story
from knowledge.stories.bundled_stories import bundled_stories
from knowledge.stories.page_text import read_page_text
from knowledge.stories.units import units_of

DATA = Path(__file__).parents[1] / "data"
POSTS = ("posts", "blind_posts", "near_posts", "later_posts", "reader_posts")  # those that are open for tuning


@dataclass(frozen=True, slots=True)
class Row:
    """A question with its story and what is expected."""

    question: str
    expect: str
    answers: tuple[str, ...]
    index: StoryIndex


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares 0…1: of answerable questions answered right and wrong, of the others not answered."""

    right: float
    wrong: float
    silent: float


def without(name: str, module: Any, value: Any) -> AbstractContextManager[Any]:
    """The module with its constant or function `name` replaced."""
    return patch.object(module, name, value)


VARIANTS: tuple[tuple[str, Callable[[], AbstractContextManager[Any]]], ...] = (
    ("everything", nullcontext),
    ("phrasings vouch for every kind", lambda: without("ask_alike", gaps, lambda one, other: True)),
    (
        "without strangers to the main name",
        lambda: without("_is_of_another", apart, lambda attempt, scored, use: False),
    ),
    ("without absent numbers", lambda: without("absent_numbers", gaps, lambda attempt: ())),
    ("without names that must meet", lambda: without("apart_names", gaps, lambda attempt, scored: ())),
    ("without kinds that must be held", lambda: without("_STRICT", gaps, frozenset())),
    ("without things counted", lambda: without("counted", held_answers, lambda attempt, scored: True)),
    ("without relations", lambda: without("_RELATIONS", gaps, frozenset())),
    ("without deeds that must be told", lambda: patch.multiple(relations, _deed_absent=_full, _figure_absent=_full)),
    ("without offices that must be told", lambda: without("_role_absent", relations, _full)),
    ("without another before or after", lambda: without("_neighbour_in_time_absent", relations, _full)),
    ("without whole names", lambda: without("_whole_name_absent", relations, _full)),
    ("without which one of what", lambda: without("_subject_absent", relations, _full)),
    ("without what is one's own", lambda: without("_not_its_own", relations, _full)),
    ("without shapes of their own", lambda: without("shape_lack", gaps, _full)),
    ("without somebody named", lambda: without("_nobody_named", naming, _full)),
    ("without the thing that it was done to", lambda: without("_thing_elsewhere", naming, _full)),
    ("without what is left unnamed", lambda: without("_left_unnamed", naming, _full)),
    (
        "without members named",
        lambda: patch.multiple(naming, _members_unnamed=_full, _number_alone=_full, _no_other_named=_full),
    ),
    ("without denials that are met", lambda: without("_affirmed", contrasts, _full)),
    ("without rises that were falls", lambda: without("turns_round", replies, lambda asked, told: False)),
    ("without opposites", lambda: without("_opposite", contrasts, _full)),
    ("without the second and the former", lambda: without("_other_in_order", contrasts, _full)),
    ("without then, growth and past belying", lambda: without("_belied", contrasts, _full)),
    ("without another year", lambda: without("_other_year", contrasts, _full)),
    ("without another place", lambda: without("_other_place", contrasts, _full)),
    ("without doers of what was done", lambda: without("doer_lack", gaps, _full)),
    ("without deeds told when and where", lambda: without("_deed_untold", untold, _full)),
    ("without acts when, where and why", lambda: patch.multiple(untold, _act_untold=_full, _act_unknown=_full)),
    ("without what sums and dates are of", lambda: without("_thing_untold", untold, _full)),
    ("without accounts", lambda: without("_account_untold", untold, _full)),
    ("without numbers that are no years", lambda: without("_number_untold", untold, _full)),
    ("without reasons that are given", lambda: without("_reason_untold", untold, _full)),
    ("without sums refused", lambda: without("is_a_sum", gaps, _full)),
    ("without wrong guesses set right", lambda: without("without_guess", deciding, _full)),
    ("without a second passage", lambda: without("beside", replies, lambda attempt, verdict: ())),
    ("without questions left open", lambda: without("_asks_the_same", attempt, lambda reading, similar: False)),
    ("without courtesies taken off", lambda: without("without_courtesies", reading, lambda text: (text, False))),
    ("without silences", lambda: without("silence_of", gaps, _full)),
    ("without the reader's own affairs", lambda: without("is_about_oneself", gaps, _full)),
    ("without the kind in the score", lambda: without("_KIND", scoring, 0.0)),
    ("without headings in the score", lambda: without("_HEADING", scoring, 0.0)),
    ("without pairs in the score", lambda: without("_PAIRS", scoring, 0.0)),
    ("without phrasings in the score", lambda: patch.multiple(scoring, _PHRASING=0.0, _PHRASING_SURE=0.0)),
    ("without what stands around in the score", lambda: patch.multiple(scoring, _CONTEXT=0.0, _WINDOW=0.0)),
    ("without measures in the score", lambda: without("measure_of", scoring, dict)),
    ("without measures that cover their word", lambda: without("measure_of", coverage, dict)),
    ("without introductions", lambda: without("introduction", gaps, _full)),
    ("without reasons told behind", lambda: without("_reason_behind", gaps, _full)),
    ("without keywords as relations", lambda: without("_FEW_KEYWORDS", gaps, 0)),
    ("without who had it first", lambda: without("credit_in", story_index, _full)),
    ("without what phrasings teach", lambda: without("_learnt", attempt, lambda reading, index: NOTHING_LEARNT)),
    ("without letters of phrasings", lambda: without("_LETTERS", phrasing, 0.0)),
    ("without typing errors", lambda: patch.multiple(matching, within_budget=_unlike, nearest_known=_unknown)),
    ("related words count in full", lambda: without("_FAINTER", matching, 1)),
)


def _full(*arguments: object) -> None:
    return None


def _unlike(typed: str, known: str) -> float:
    return 0.0


def _unknown(stem: str, language: str) -> str | None:
    return None


def main() -> None:
    """Prints the table."""
    sets = {"bundled": list(bundled_rows(True)), "bare": list(bundled_rows(False)), "posts": list(post_rows())}
    print(f"{'':34}" + "".join(f"{name:>26}" for name in sets))
    print(f"{'':34}" + "  right  wrong silent".rjust(26) * len(sets))
    for name, variant in VARIANTS:
        with variant():
            decider = Decider(load_lexicon(), load_gate())
            shown = "".join(_columns(figures(rows, decider)) for rows in sets.values())
        print(f"{name:34}{shown}", flush=True)


def figures(rows: Sequence[Row], decider: Decider) -> Figures:
    """What `decider` makes of `rows`; nothing is kept from one variant to the next."""
    for row in rows:
        row.index.kept_ways.clear()
    verdicts = [(row.expect, verdict(row, decider.decide(Question(row.question), (row.index,)))) for row in rows]
    answerable = [seen for expect, seen in verdicts if expect == "answer"]
    others = [seen for expect, seen in verdicts if expect != "answer"]
    return Figures(
        answerable.count("right") / len(answerable),
        answerable.count("wrong") / len(answerable),
        others.count("silent") / len(others),
    )


def verdict(row: Row, answer: Answer) -> str:
    """Whether the answer is right, wrong, or none."""
    if not isinstance(answer, DirectAnswer):
        return "answered" if isinstance(answer, Clarification | SmallTalk) else "silent"
    quoted = " ".join(evidence.quote for evidence in answer.evidence).casefold()
    return "right" if any(wanted.casefold() in quoted for wanted in row.answers) else "wrong"


def bundled_rows(phrasings: bool) -> Iterator[Row]:
    """The bundled story's questions; without phrasings its editions are as a page would have them."""
    editions = {story.language: index_of(story if phrasings else silenced(story)) for story in bundled_stories()}
    for shape in (*shapes("questions.jsonl"), *shapes("blind_questions.jsonl")):
        yield row_of(shape, editions["en" if shape["language"] == "en" else "uk"])


def post_rows() -> Iterator[Row]:
    """The questions on the invented posts."""
    paths = [path for folder in POSTS for path in (DATA / folder).glob("*.txt")]
    posts = {path.name: read_page_text(path.read_text(encoding="utf-8")) for path in paths}
    indexes = {name: index_of(story) for name, story in posts.items()}
    for name in POSTS:
        for shape in shapes(f"{name}_questions.jsonl"):
            yield row_of(shape, indexes[shape["post"]])


def shapes(name: str) -> list[dict[str, Any]]:
    """The rows of a file of questions that are answered or not."""
    rows = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["expect"] in ("answer", "refuse", "hedge")]


def row_of(shape: dict[str, Any], index: StoryIndex) -> Row:
    """A row with its index."""
    return Row(shape["question"], shape["expect"], tuple(shape["answers"]), index)


def index_of(story: Story) -> StoryIndex:
    """The story's index."""
    return StoryIndex(story, units_of(story), 1)


def _columns(shown: Figures) -> str:
    return f"{shown.right:7.3f}{shown.wrong:7.3f}{shown.silent:7.3f}".rjust(26)


if __name__ == "__main__":
    main()
