"""`storyline evaluate --fit`: the gate fitted again, on what its recipe names."""

from dataclasses import replace
from pathlib import Path

from bot.commands.terminal import print_heading, print_table, progress_bar
from knowledge.answering.deciding import Decider
from knowledge.answering.ranking.confidence import IS_TAUGHT, load_gate
from knowledge.answering.ranking.coverage import FEATURES, PRODUCTS, TAUGHT
from knowledge.answering.ranking.fitting import Example, fit, gate_json
from knowledge.errors import UnwritableOutput
from knowledge.evaluation.gate_examples import ExampleMaker, share_above
from knowledge.evaluation.recipe import packaged_recipe
from knowledge.evaluation.surety import auroc
from knowledge.language.lexicon import load_lexicon

COMMAND = "storyline evaluate --fit"
PAGE_TERMS = FEATURES + PRODUCTS
TAUGHT_TERMS = FEATURES + TAUGHT + PRODUCTS


def fit_gate(target: Path) -> int:
    """Fits on the recipe's sources, found from the current folder, and writes the gate to `target`."""
    old = load_gate()
    decider = Decider(load_lexicon(), old)
    examples: list[Example] = []
    sources = packaged_recipe().source
    with progress_bar("Asking") as progress:
        for done, source in enumerate(sources, start=1):
            examples.extend(ExampleMaker(decider, source, Path.cwd()).examples())
            progress(done, len(sources))
    taught = [example for example in examples if example.features[IS_TAUGHT]]
    page = [example for example in examples if not example.features[IS_TAUGHT]]
    gate = replace(old, page=fit(page, PAGE_TERMS), taught=fit(taught, TAUGHT_TERMS))
    rated = [(gate.probability(example.features), example) for example in examples]
    figures = {
        "examples": float(len(examples)),
        "auroc": auroc([p for p, e in rated if e.answered], [p for p, e in rated if not e.answered]) or 0.0,
        "answerable above": share_above(rated, gate.answer_from, answered=True),
        "others above": share_above(rated, gate.answer_from, answered=False),
    }
    try:
        target.write_text(gate_json(gate, COMMAND, figures), encoding="utf-8")
    except OSError as error:
        raise UnwritableOutput(f"{target} cannot be written: {error.strerror}.") from error
    print_heading(f"The gate is written to {target}")
    print_table(("", ""), [(name, f"{value:.4g}") for name, value in figures.items()])
    for name, before, now in (("page", old.page, gate.page), ("taught", old.taught, gate.taught)):
        rows = [(term, f"{before.coefficients.get(term, 0.0):.3f}", f"{c:.3f}") for term, c in now.coefficients.items()]
        print_table((f"{name}: feature", "before", "now"), rows)
    return 0
