"""Examples for the gate: what its features were on questions that a story answers and on questions that it does not."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from knowledge.answering.deciding import Decider
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.coverage import FEATURES, TAUGHT
from knowledge.answering.ranking.fitting import Example
from knowledge.evaluation.left_out import left_out
from knowledge.evaluation.recipe import Source, paths_of, stories_of
from knowledge.evaluation.rows import RowShape, read_shape
from knowledge.evaluation.verdicts import DECLINES
from knowledge.language.text import fold
from knowledge.model.answer import Answer, DirectAnswer, HedgedAnswer, Question, Turn
from knowledge.model.status import Status
from knowledge.model.story import Story
from knowledge.stories.units import units_of

SEED = 5  # of the stories drawn by lot


class ExampleMaker:
    """Asks the questions of a source of its stories, without a database."""

    def __init__(self, decider: Decider, source: Source, folder: Path) -> None:
        self._decider = decider
        self._source = source
        self._stories = stories_of(source, folder)
        self._rows = [
            shape_of(line, f"Line {number} of {path.name}")
            for pattern in source.questions
            for path in paths_of(pattern, folder)
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        ]
        self._indexes: dict[str, StoryIndex] = {}
        self._random = Random(SEED)

    def examples(self) -> Iterator[Example]:
        """An example for each row that the gate had a say in, and one for each foreign asking."""
        if self._source.left_out:
            yield from self._own_phrasings()
        for row in self._rows:
            story = self._story_for(row)
            if row.expect in DECLINES and self._source.refusals:
                yield from self._example(row, story, False, self._source.refusals)
            elif row.expect is Status.ANSWER and self._source.answers:
                yield from self._example(row, story, True, self._source.answers)
            if row.expect is Status.ANSWER and self._source.foreign:
                other = self._random.choice(sorted(self._stories))
                if self._stories[other].title != story.title:
                    yield from self._example(row, self._stories[other], False, self._source.foreign)

    def _own_phrasings(self) -> Iterator[Example]:
        """An example for each phrasing of the stories, asked of the story without it."""
        for story in {story.slug: story for story in self._stories.values()}.values():
            for thinner, phrasings in left_out(story, self._source.left_out):
                index = StoryIndex(thinner, units_of(thinner), 1)
                for phrasing in phrasings:
                    answer = self._decider.decide(Question(phrasing.text, story=story.slug, only_story=True), (index,))
                    weight = self._source.answers if phrasing.answered else self._source.refusals
                    if _is_gated(answer) and not (phrasing.answered and quotes_another(answer, phrasing.key)):
                        yield Example(dict(answer.explanation.features), phrasing.answered, weight, story.slug)

    def _story_for(self, row: RowShape) -> Story:
        """The row's own story; where it names none, one in its language, drawn by lot."""
        for name in (row.post, row.story):
            if name in self._stories:
                return self._stories[name]
        language = "uk" if row.language in ("uk", "ru") else "en"
        fitting = [slug for slug, story in sorted(self._stories.items()) if story.language == language]
        return self._stories[self._random.choice(fitting or sorted(self._stories))]

    def _example(self, row: RowShape, story: Story, answered: bool, weight: float) -> Iterator[Example]:
        question = Question(
            row.question, story=story.slug, only_story=True, context=tuple(Turn(turn) for turn in row.context)
        )
        answer = self._decider.decide(question, (self._index(story),))
        if _is_gated(answer) and not (answered and quotes_something_else(answer, row.answers)):
            yield Example(dict(answer.explanation.features), answered, weight, story.slug)

    def _index(self, story: Story) -> StoryIndex:
        if story.slug not in self._indexes:
            self._indexes[story.slug] = StoryIndex(story, units_of(story), 1)
        return self._indexes[story.slug]


def _is_gated(answer: Answer) -> bool:
    """Whether the gate had a say in the answer."""
    explanation = answer.explanation
    return explanation.rule != "left-open" and dict(explanation.features).keys() >= set(FEATURES + TAUGHT)


def quotes_another(answer: Answer, key: str) -> bool:
    """Whether a reply quotes, and not the unit that was wanted."""
    return (
        isinstance(answer, DirectAnswer | HedgedAnswer)
        and bool(answer.evidence)
        and all(evidence.unit != key for evidence in answer.evidence)
    )


def shape_of(line: str, place: str) -> RowShape:
    """A row to judge by; one of public banks has a `question` and the `answer` that is its label."""
    row = json.loads(line)
    if "answer" in row and "expect" not in row:
        return RowShape(question=row["question"], expect=Status.ANSWER, answers=(row["answer"],))
    return read_shape(line, place)


def quotes_something_else(answer: Answer, wanted: Sequence[str]) -> bool:
    """Whether a reply quotes, and not what was wanted: its features then say nothing about the right unit."""
    if not isinstance(answer, DirectAnswer | HedgedAnswer) or not answer.evidence:
        return False
    quoted = fold(" ".join(evidence.quote for evidence in answer.evidence))
    return not any(fold(string) in quoted for string in wanted)


def share_above(examples: Sequence[tuple[float, Example]], threshold: float, answered: bool) -> float:
    """Share of one sort of examples whose probability reaches the threshold."""
    chosen = [probability for probability, example in examples if example.answered is answered]
    return sum(probability >= threshold for probability in chosen) / len(chosen)
