"""What each kind and each product of features adds to the gate, on stories that it was not fitted on.

`python -m tests.benchmarks.gate_terms`, from the checkout; takes the examples of `storyline evaluate --fit`, a fifth of
the stories left out in turn, and prints how well the gate orders those left out: AUROC over all and over the invented
posts, and the loss over all. It is the gate of stories as a page gives them; the other has the same
products.
"""

from collections.abc import Sequence
from math import log
from pathlib import Path
from zlib import crc32

from knowledge.answering.deciding import Decider
from knowledge.answering.ranking.confidence import IS_TAUGHT, load_gate
from knowledge.answering.ranking.coverage import FEATURES, PRODUCTS
from knowledge.answering.ranking.fitting import Example, fit
from knowledge.evaluation.gate_examples import ExampleMaker
from knowledge.evaluation.recipe import packaged_recipe
from knowledge.evaluation.surety import auroc
from knowledge.language.lexicon import load_lexicon

FOLDS = 5
NEWER = tuple(name for name in FEATURES if name.startswith("asks_"))
Rated = list[tuple[float, Example]]


def main() -> None:
    """Prints the table."""
    decider = Decider(load_lexicon(), load_gate())
    posts: set[int] = set()
    examples: list[Example] = []
    for source in packaged_recipe().source:
        found = list(ExampleMaker(decider, source, Path.cwd()).examples())
        if source.name.startswith("invented"):
            posts.update(map(id, found))
        examples += found
    examples = [example for example in examples if not example.features[IS_TAUGHT]]
    whole = FEATURES + PRODUCTS
    plain = tuple(name for name in FEATURES if name not in NEWER)
    print(f"{'':42}{'all':>8}{'posts':>8}{'loss':>8}")
    show("everything", rated(examples, whole), posts)
    show("without any product or kind", rated(examples, plain), posts)
    for left_out in (*NEWER, *PRODUCTS):
        kept = tuple(name for name in whole if name != left_out)
        show(f"without {left_out}", rated(examples, kept), posts)


def rated(examples: Sequence[Example], names: Sequence[str]) -> Rated:
    """Each example with the probability that a gate gives it that was fitted on other stories."""
    found: Rated = []
    for fold in range(FOLDS):
        gate = fit([example for example in examples if fold_of(example) != fold], names)
        found += [(gate.probability(one.features), one) for one in examples if fold_of(one) == fold]
    return found


def fold_of(example: Example) -> int:
    """In which fifth an example's story is left out."""
    return crc32(example.story.encode()) % FOLDS


def show(name: str, found: Rated, posts: set[int]) -> None:
    """Prints one line."""
    of_posts = [(probability, example) for probability, example in found if id(example) in posts]
    loss = sum(-example.weight * log(p if example.answered else 1 - p) for p, example in found)
    loss /= sum(example.weight for _, example in found)
    print(f"{name:42}{area(found):8.4f}{area(of_posts):8.4f}{loss:8.4f}", flush=True)


def area(found: Rated) -> float:
    """AUROC."""
    answered, others = ([p for p, example in found if example.answered is sort] for sort in (True, False))
    return auroc(answered, others) or 0.0


if __name__ == "__main__":
    main()
