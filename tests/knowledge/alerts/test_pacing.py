"""The order and the pace of sends, on a virtual clock."""

import random
from itertools import pairwise

from knowledge.alerts.pacing import MANY_CHATS, Granted, Lane, Pacing, Wait


def run(pacing: Pacing[int], start: float, end: float, lateness: float = 0.0) -> list[tuple[float, int]]:
    """Every grant from `start` to `end`, waking up to `lateness` seconds late."""
    chance, now, grants = random.Random(7), start, []
    while now < end:
        match pacing.next(now):
            case Granted(entry):
                grants.append((now, entry))
            case Wait(None):
                return grants
            case Wait(until):
                now = max(now, until or now) + chance.uniform(0, lateness)
    return grants


def most_in_a_second(grants: list[tuple[float, int]]) -> int:
    times = [moment for moment, _ in grants]
    return max(sum(1 for other in times if start <= other < start + 1) for start in times)


def broadcast(size: int, per_second: float = 25.0) -> Pacing[int]:
    pacing = Pacing[int](per_second, 0.0)
    for chat in range(1, size + 1):
        pacing.add(chat, chat, Lane.ALERTS)
    return pacing


def test_a_broadcast_keeps_the_rate_and_has_no_burst_in_the_first_second() -> None:
    grants = run(broadcast(300), 0, 100, lateness=0.015)
    assert len(grants) == 300
    assert sum(1 for moment, _ in grants if moment < 1) <= 25
    assert most_in_a_second(grants) <= 25
    assert grants[-1][0] <= 1.1 * 300 / 25


def test_a_busy_process_that_wakes_up_late_keeps_the_rate_all_the_same() -> None:
    grants = run(broadcast(500), 0, 100, lateness=0.04)
    assert most_in_a_second(grants) <= 25
    assert grants[-1][0] <= 1.1 * 500 / 25


def test_a_broadcast_after_quiet_time_starts_without_a_burst() -> None:
    for quiet in (0.1, 0.2, 0.25, 5.0):
        pacing = Pacing[int](25, 0.0)
        pacing.add(1_000, 1_000, Lane.ALERTS)
        first = run(pacing, 0.0, 1.0)[-1][0]
        for chat in range(1, 31):
            pacing.add(chat, chat, Lane.ALERTS)
        times = [moment for moment, _ in run(pacing, first + quiet, first + quiet + 10)]
        assert len(times) == 30
        assert all(later - earlier >= 1 / 25 for earlier, later in pairwise(times))


def test_a_paid_broadcast_keeps_a_thousand_a_second() -> None:
    grants = run(broadcast(5_000, 1_000), 0, 100, lateness=0.004)
    assert most_in_a_second(grants) <= 1_000
    assert grants[-1][0] <= 1.1 * 5_000 / 1_000


def test_answers_go_before_alerts_and_alerts_still_go_on() -> None:
    pacing = broadcast(100)
    answers = 0
    grants = []
    for step in range(10_000):
        now = step / 1_000
        if step % 20 == 0:  # fifty answers a second, twice the alerts' rate
            assert pacing.try_now(1_000_000 + step, now)
            answers += 1
        if isinstance(granted := pacing.next(now), Granted):
            grants.append((now, granted.entry))
    assert answers == 500
    assert len(grants) >= 10 * 25 / 5 * 0.9  # the share that answers never take


def test_one_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    pacing = Pacing[int](25, 0)
    assert [pacing.try_now(5, 0.0) for _ in range(4)] == [True, True, True, False]
    for entry in range(4):
        pacing.add(entry, 5, Lane.READERS)
    grants = run(pacing, 0.0, 10)
    assert [entry for _, entry in grants] == [0, 1, 2, 3]
    assert all(later[0] - earlier[0] >= 1 for earlier, later in pairwise(grants))


def test_a_group_never_gets_more_than_twenty_in_a_minute() -> None:
    pacing = Pacing[int](25, 0)
    for entry in range(45):
        pacing.add(entry, -100, Lane.READERS)
    times = [moment for moment, _ in run(pacing, 0, 300)]
    assert len(times) == 45
    assert all(sum(1 for other in times if start <= other < start + 60) <= 20 for start in times)


def test_a_halted_chat_is_not_called_and_the_others_keep_the_pace() -> None:
    pacing = broadcast(100)
    pacing.flooded(3, until=5.0, now=0.0)
    grants = run(pacing, 0, 60)
    assert next(moment for moment, chat in grants if chat == 3) >= 5.0
    assert sum(1 for moment, _ in grants if moment < 4) >= 0.9 * 4 * 25 - 1


def test_an_answer_waits_for_its_own_chat_only() -> None:
    pacing = Pacing[int](25, 0)
    pacing.halt(1, 30.0)
    assert not pacing.try_now(1, 1.0)
    assert pacing.try_now(2, 1.0)


def test_many_flooded_chats_halt_everything_for_a_while() -> None:
    pacing = broadcast(100)
    halted = [pacing.flooded(chat, until=7.0, now=0.1 * chat) for chat in range(1, MANY_CHATS + 1)]
    assert halted == [False] * (MANY_CHATS - 1) + [True]
    assert not pacing.try_now(999, 2.0)
    assert run(pacing, 1.0, 60)[0][0] >= 7.0


def test_the_same_chat_flooding_again_and_again_halts_nobody_else() -> None:
    pacing = Pacing[int](25, 0)
    assert not any(pacing.flooded(1, until=now + 1, now=now) for now in range(10))


def test_who_leaves_the_line_is_not_granted() -> None:
    pacing = broadcast(3)
    pacing.remove(2, 2, Lane.ALERTS)
    pacing.add(4, 2, Lane.ALERTS)
    assert sorted(entry for _, entry in run(pacing, 0, 10)) == [1, 3, 4]


def test_a_million_chats_do_not_stay_in_memory() -> None:
    pacing = Pacing[int](100_000, 0)
    for chat in range(1, 50_001):
        now = chat / 1_000
        assert pacing.try_now(chat, now)
    assert len(pacing._chats) < 10_000
