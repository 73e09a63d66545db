"""Quotations that are no pieces of their unit are never sent."""

from dataclasses import replace

import pytest

from knowledge.answering.replying.evidence import UnfaithfulQuotation, checked, evidence_at
from tests.knowledge.answering.harbour import INDEX


def test_a_faithful_quotation_passes() -> None:
    evidence = evidence_at(INDEX, 1)
    assert checked(evidence, INDEX.units[1].unit) is evidence


@pytest.mark.parametrize("quote", ["", "Brightwave sells nothing.", "brightwave delivers"])
def test_an_unfaithful_one_raises(quote: str) -> None:
    evidence = replace(evidence_at(INDEX, 1), quote=quote)
    with pytest.raises(UnfaithfulQuotation):
        checked(evidence, INDEX.units[1].unit)


def test_a_quotation_under_another_unit_s_key_raises() -> None:
    with pytest.raises(UnfaithfulQuotation):
        checked(evidence_at(INDEX, 1), INDEX.units[2].unit)
