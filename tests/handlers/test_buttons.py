"""What buttons carry: within Telegram's 64 bytes, read back as it was written, and nothing else is read at all."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.buttons import (
    ACTIONS,
    Action,
    AskEditors,
    BadBecause,
    ChooseUnit,
    FaqPage,
    Forget,
    Menu,
    NoneOfThese,
    OpenStory,
    SetLanguage,
    ShowUnit,
    StoriesPage,
    StoryPart,
    Vote,
    pack,
    unpack,
)
from knowledge.browsing.shelf import reference_of
from knowledge.model.feedback import Reason, Verdict

REFERENCES = st.text(min_size=1).map(reference_of)
KEYS = st.from_regex(r"\A[a-z0-9-]{1,40}\Z")
PLACES = st.integers(min_value=0, max_value=999_999)
MINE = st.one_of(
    st.builds(ShowUnit, REFERENCES, KEYS),
    st.builds(ChooseUnit, REFERENCES, KEYS),
    st.builds(FaqPage, REFERENCES, PLACES),
    st.builds(StoryPart, REFERENCES, PLACES),
    st.builds(StoriesPage, PLACES),
    st.builds(OpenStory, REFERENCES),
    st.sampled_from([NoneOfThese(), AskEditors(), SetLanguage("auto"), Forget("yes"), Menu("faq")]),
    st.builds(Vote, st.sampled_from(Verdict)),
    st.builds(BadBecause, st.sampled_from(Reason)),
)


@given(MINE)
def test_what_was_packed_is_read_back_and_fits_a_button(action: Action) -> None:
    data = pack(action)
    assert 1 <= len(data.encode()) <= 64
    assert unpack(data) == action


@given(st.text(max_size=64))
def test_any_other_text_is_no_action_or_exactly_one(data: str) -> None:
    action = unpack(data)
    assert action is None or pack(action) == data


@pytest.mark.parametrize(
    "data", ["", "u", "u:abcdefgh", "u:abcdefgz:x", "f:abcdefgh:1.0", "f:abcdefgh:01", "x:maybe", "v:good:v"]
)
def test_what_only_looks_like_an_action_is_none(data: str) -> None:
    assert unpack(data) is None


def test_no_two_actions_share_a_code() -> None:
    codes = [kind.code for kind in ACTIONS]
    assert len(set(codes)) == len(codes)


def test_references_of_many_stories_differ_and_are_short() -> None:
    references = {reference_of(f"story-{number}") for number in range(20_000)}
    assert len(references) == 20_000
    assert {len(reference) for reference in references} == {8}
    assert [field.name for field in fields(ShowUnit)] == ["story", "unit"]
