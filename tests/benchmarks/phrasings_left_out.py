"""How the bundled story answers its own phrasings when it does not have them: each asked of a story without it.

`python -m tests.benchmarks.phrasings_left_out`, from the checkout (half a minute). A tenth of the phrasings is left out
at a time. Prints the shares of questions with an answer that quote the unit they were written for, or one that tells
the same; that quote another; and of questions left open the share that is not answered.
"""

from collections import Counter

from knowledge.answering.deciding import Decider
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.confidence import load_gate
from knowledge.evaluation.left_out import left_out
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import DirectAnswer, Question
from knowledge.stories.bundled_stories import bundled_stories
from knowledge.stories.units import units_of

PARTS = 10
# Keys of units that tell the same, at least in part: either is a right answer to what was written for the other.
ALIKE = tuple(
    frozenset(line.split())
    for line in """
    bytedance-spend bytedance-bill
    bytedance-largest largest-customer
    bytedance-extensive what-customers-do largest-customer
    lead-refusal why-not-direct why-no-anthropic how-provided
    anthropic-out why-no-anthropic
    lead-contract special-position contract-basis contract-terms how-provided
    lead-revenue gain
    lead-tensions risks
    report-chain who-reported furniture-reporter furniture-source furniture-credit
    sole-vendor special-position
    other-buyers which-companies
    ant-group what-customers-do
    meituan what-customers-do
    tencent what-customers-do
    althoff-meeting who-said
    azure-fastest how-fast
    azure-tripled how-fast azure
    azure-400 how-fast
    distillation-meaning distillation risks
    monitoring risks distillation
    corporations-only individual-developers risks distillation
    not-hosted hosted-in-china where-models-run how-provided
    internet-access not-hosted hosted-in-china where-models-run how-provided
    both-directions deepseek deepseek-role
    profit-margins gain
    lawmakers lawmakers-view risks
    paid-by-both special-position gain in-short
    political-pressure in-short
    intermediary why-not-direct how-provided
    quiet-dominance in-short lead-gateway sole-vendor
    """.strip().splitlines()
)


def main() -> None:
    """Prints a line for each edition."""
    decider = Decider(load_lexicon(), load_gate())
    print(f"{'':8}{'right':>8}{'wrong':>8}{'of':>7}{'silent':>9}{'of':>6}")
    for story in bundled_stories():
        found: Counter[str] = Counter()
        for thinner, phrasings in left_out(story, PARTS):
            index = StoryIndex(thinner, units_of(thinner), 1)
            for phrasing in phrasings:
                answer = decider.decide(Question(phrasing.text), (index,))
                quoted = {piece.unit for piece in answer.evidence} if isinstance(answer, DirectAnswer) else set()
                if not phrasing.answered:
                    found["left open"] += 1
                    found["silent"] += not quoted
                    continue
                right = any(phrasing.key == key or {phrasing.key, key} <= alike for key in quoted for alike in ALIKE)
                found["answered"] += 1
                found["right" if right else "wrong" if quoted else "none"] += 1
        answered, open_ones = found["answered"], found["left open"]
        shares = f"{found['right'] / answered:8.3f}{found['wrong'] / answered:8.3f}{answered:7}"
        print(f"{story.language:8}{shares}{found['silent'] / open_ones:9.3f}{open_ones:6}", flush=True)


if __name__ == "__main__":
    main()
