"""`storyline doctor`: its lines, its JSON, its exit status."""

from tests.bot.command_line.conftest import Storyline

SECRET = "123456:never-shown"


def test_all_well_but_for_the_token_is_status_0_with_marks(storyline: Storyline) -> None:
    ended = storyline("doctor")
    assert ended.status == 0, ended.out + ended.err
    assert {line[0] for line in ended.out.splitlines()} == {"✓", "!", " "}
    assert "✓ database:" in ended.out
    assert "! token: STORYLINE_TOKEN is not set" in ended.out
    assert "\x1b" not in ended.out


def test_what_does_not_work_is_status_1_and_no_secret_is_printed(storyline: Storyline) -> None:
    ended = storyline(
        "doctor", "--json", STORYLINE_TOKEN=SECRET, STORYLINE_API_URL="http://127.0.0.1:9/bot", STORYLINE_ADMINS="7"
    )
    assert ended.status == 1
    report = ended.json()
    assert report["well"] is False
    for finding in report["findings"]:
        assert list(finding) == ["subject", "level", "sentence", "advice"]
    levels = {finding["subject"]: finding["level"] for finding in report["findings"]}
    assert levels["Telegram"] == "bad"
    assert levels["database"] == "good"
    assert SECRET not in ended.out + ended.err


def test_a_file_that_is_no_database_is_a_finding_and_the_rest_is_still_told(storyline: Storyline) -> None:
    ended = storyline("doctor", "--database", __file__)
    assert ended.status == 1
    assert "✗ database:" in ended.out
    assert "✓ Python:" in ended.out
    assert "Traceback" not in ended.err
