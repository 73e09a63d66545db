"""Invented banks: the same in every run, no two entries alike, readable by `storyline load`."""

from pathlib import Path

from bot.benching.bank_entries import bank, sample, write_bank
from knowledge.stories.reading import read_path


def test_a_bank_is_the_same_in_every_run_and_no_two_entries_share_a_question() -> None:
    entries = list(bank(500))
    assert entries == list(bank(500))
    assert len({entry.questions for entry in entries}) == 500
    assert len({entry.answer for entry in entries}) == 500
    assert all(entry.asked not in entry.questions for entry in entries)


def test_a_sample_is_spread_over_the_whole_bank() -> None:
    entries = list(bank(500))
    places = [entries.index(entry) for entry in sample(500, 10)]
    assert places == list(range(0, 500, 50))


def test_a_written_bank_is_read_as_questions_and_answers(tmp_path: Path) -> None:
    write_bank(40, tmp_path / "bank.jsonl")
    reading = read_path(tmp_path / "bank.jsonl", None)
    assert reading.format == "faq"
    assert [entry.answer for entry in reading.stories[0].faq] == [entry.answer for entry in bank(40)]
