"""What is counted, and how it is written down."""

import re

import pytest
from telegram.error import RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.sending.http_client import NotDelivered
from bot.watching.measured import MeasuredRequest, name_of
from bot.watching.metrics import Histogram, Metrics, sample
from knowledge.model.alert import Gone, Sent

API = "https://api.telegram.org/bot7012345678:AAF-abcdefghijklmnopqrstuvwxyz_0123456"
LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?[0-9.e+-]+')


class Canned(BaseRequest):
    """Answers each call with the next of `answers`."""

    def __init__(self, *answers: tuple[int, bytes] | TelegramError) -> None:
        self.answers = list(answers)
        self.opened = False

    @property
    def read_timeout(self) -> float | None:
        return 7.0

    async def initialize(self) -> None:
        self.opened = True

    async def shutdown(self) -> None:
        self.opened = False

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: object
    ) -> tuple[int, bytes]:
        answer = self.answers.pop(0)
        if isinstance(answer, TelegramError):
            raise answer
        return answer


OK = (200, b'{"ok": true, "result": true}')


def test_every_line_of_the_page_is_a_comment_or_a_sample() -> None:
    metrics = Metrics()
    metrics.answers["answer"] += 2
    metrics.calls["sendMessage", "ok"] += 1
    metrics.alert(Sent(1, None))
    metrics.answer_seconds.observe(0.0007)
    lines = metrics.page(100.0, {"well": ("1 where all is well.", 1)}).splitlines()
    assert all(line.startswith(("# HELP storyline_", "# TYPE storyline_")) or LINE.fullmatch(line) for line in lines)
    assert 'storyline_answers_total{status="answer"} 2' in lines
    assert 'storyline_calls_total{method="sendMessage",outcome="ok"} 1' in lines
    assert 'storyline_alerts_total{outcome="sent"} 1' in lines
    assert "storyline_well 1" in lines


def test_a_family_is_described_once_before_its_samples() -> None:
    metrics = Metrics()
    metrics.calls["sendMessage", "ok"] += 1
    metrics.calls["getMe", "ok"] += 1
    lines = metrics.page(0.0, {}).splitlines()
    names = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(names) == len(set(names))
    for line in lines:
        if not line.startswith("#"):
            name = re.split(r"[{ ]", line)[0]
            assert any(name.removesuffix(end) in names for end in ("", "_bucket", "_sum", "_count")), name


def test_a_histogram_counts_up_to_each_bound_and_includes_the_bound() -> None:
    histogram = Histogram((0.1, 1.0))
    for seconds in (0.05, 0.1, 0.5, 3.0):
        histogram.observe(seconds)
    assert list(histogram.lines("x")) == [
        'x_bucket{le="0.1"} 2',
        'x_bucket{le="1"} 3',
        'x_bucket{le="+Inf"} 4',
        "x_sum 3.6499999999999999",
        "x_count 4",
    ]


def test_a_label_is_escaped() -> None:
    assert sample("x", 1, (("a", 'q"\\\n'),)) == 'x{a="q\\"\\\\\\n"} 1'


def test_the_rate_forgets_what_is_older_than_a_minute() -> None:
    metrics = Metrics()
    for second in range(120):
        metrics.message_sent(float(second))
    assert metrics.messages_per_second(119.5) == pytest.approx(1.0)
    assert metrics.messages_per_second(149.5) == pytest.approx(0.5)
    assert metrics.messages_per_second(500.0) == 0


def test_alerts_are_counted_by_what_became_of_them() -> None:
    metrics = Metrics()
    for outcome in (Sent(1, None), Sent(2, None), Gone("blocked"), None):
        metrics.alert(outcome)
    assert metrics.alerts == {"sent": 2, "gone": 1, "held": 1}


async def test_calls_are_counted_by_method_and_outcome() -> None:
    metrics = Metrics()
    flood = (429, b'{"ok": false, "error_code": 429, "parameters": {"retry_after": 3}}')
    client = MeasuredRequest(Canned(OK, flood, (400, b'{"ok": false}')), metrics)
    for _ in range(3):
        await client.do_request(f"{API}/sendMessage", "POST")
    assert metrics.calls == {("sendMessage", "ok"): 1, ("sendMessage", "flood"): 1, ("sendMessage", "refused"): 1}
    assert (metrics.flood_waits, metrics.flood_seconds) == (1, 3.0)
    assert metrics.last_message is not None
    assert metrics.last_heard is None


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (NotDelivered("no"), "undelivered"),
        (TimedOut(), "unsure"),
    ],
)
async def test_errors_are_counted_and_passed_on(error: TelegramError, outcome: str) -> None:
    metrics = Metrics()
    with pytest.raises(type(error)):
        await MeasuredRequest(Canned(error), metrics).do_request(f"{API}/sendMessage", "POST")
    assert metrics.calls == {("sendMessage", outcome): 1}
    assert metrics.last_message is None


async def test_a_flood_wait_that_only_the_header_told_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the library warns
    metrics, client = Metrics(), Canned(RetryAfter(4))
    with pytest.raises(RetryAfter):
        await MeasuredRequest(client, metrics).do_request(f"{API}/sendMessage", "POST")
    assert (metrics.flood_waits, metrics.flood_seconds) == (1, 4.0)
    assert metrics.calls == {("sendMessage", "flood"): 1}


async def test_a_fetch_of_updates_is_a_sign_of_life_and_no_slow_call() -> None:
    metrics = Metrics()
    await MeasuredRequest(Canned(OK), metrics).do_request(f"{API}/getUpdates", "POST")
    assert metrics.last_heard is not None
    assert sum(metrics.call_seconds.counts) == 0


async def test_the_wrapped_client_is_opened_closed_and_asked_for_its_patience() -> None:
    canned = Canned()
    client = MeasuredRequest(canned, Metrics())
    seen = []
    async with client:
        seen.append(canned.opened)
    seen.append(canned.opened)
    assert seen == [True, False]
    assert client.read_timeout == 7.0


@pytest.mark.parametrize(
    ("url", "method", "name"),
    [
        (f"{API}/sendMessage", "POST", "sendMessage"),
        ("https://api.telegram.org/file/bot1:secret/photos/file", "GET", "file"),
        ("https://api.telegram.org/file/bot1:secret/photos/file_1.jpg", "POST", "file"),
    ],
)
def test_nothing_of_an_address_but_the_method_becomes_a_label(url: str, method: str, name: str) -> None:
    assert name_of(url, method) == name
