"""Who had the news first: the sentence in which the outlet says whom it follows."""

from dataclasses import replace

import pytest

from knowledge.answering.indexing.credits import credit_in
from knowledge.model.answer import DirectAnswer
from knowledge.model.story import Section, Unit, UnitKind
from tests.knowledge.answering.harbour import HARBOUR, ask, index_of, paragraph, quoted

CREDIT = "According to Port-gazette, citing an earlier report by the weekly Fjordblad, the talks took a year."
TOLD = "The mayor told Port-gazette that the ferry is new."


def _credit(*texts: str, outlet: str | None = "Port-gazette") -> str | None:
    unit = credit_in((Unit(f"s1p{place}", UnitKind.SENTENCE, text) for place, text in enumerate(texts)), outlet)
    return unit.text if unit else None


@pytest.mark.parametrize(
    "text",
    [
        CREDIT,
        "As Port Gazette writes, relying on the weekly Fjordblad, it began in May.",
        "Port-gazette reports, with reference to the radio station Nord, that the alarm went off.",
        "Як пише «Port-gazette» із посиланням на агентство «Норд», переговори тривали рік.",
        "Как пишет Port-gazette со ссылкой на агентство «Норд», переговоры шли год.",
    ],
)
def test_the_outlet_names_whom_it_follows(text: str) -> None:
    assert _credit(TOLD, text) == text


def test_who_spoke_to_the_outlet_is_nobody_whom_it_follows() -> None:
    assert _credit(TOLD) is None
    assert _credit("Citing a report by Nord, the mayor left.") is None
    assert _credit(CREDIT, outlet=None) is None


@pytest.mark.parametrize(
    "question",
    ["Who first reported this?", "Who was the first to report on the talks?", "Кто первым сообщил об этой сделке?"],
)
def test_who_had_it_first_is_answered_by_that_sentence(question: str) -> None:
    story = replace(HARBOUR, original_reporter=None, sections=(Section(None, (paragraph(CREDIT),)),))
    answer = ask(question, indexes=(index_of(story),))
    assert isinstance(answer, DirectAnswer)
    assert quoted(answer) == CREDIT


def test_who_first_reported_a_fault_may_be_told_by_the_story() -> None:
    told = "The nurse Ada Moss was the first to reveal the leak."
    story = replace(HARBOUR, original_reporter=None, sections=(Section(None, (paragraph(told),)),))
    answer = ask("Who was the first to reveal the leak?", indexes=(index_of(story),))
    assert isinstance(answer, DirectAnswer)
    assert quoted(answer) == told
