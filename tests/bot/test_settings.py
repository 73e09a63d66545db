"""Settings from the environment and from `.env`."""

from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from knowledge.errors import InvalidSettings

NOWHERE = Path("/nonexistent/.env")


def test_without_any_variable_there_are_sensible_defaults() -> None:
    settings = read_settings({}, NOWHERE)
    assert settings.token is None
    assert settings.alerts_per_second == 25
    assert settings.api_url == "https://api.telegram.org/bot"


def test_lists_are_written_with_commas_or_spaces() -> None:
    settings = read_settings(
        {"STORYLINE_ADMINS": "11, 22 33", "STORYLINE_FEEDS": "https://a.test/x,https://b.test"}, NOWHERE
    )
    assert settings.admins == (11, 22, 33)
    assert settings.feeds == ("https://a.test/x", "https://b.test")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text('STORYLINE_CHANNEL="@file"\nSTORYLINE_FEED_SECONDS=60\nOTHER=1\n')
    settings = read_settings({"STORYLINE_CHANNEL": "@environment"}, tmp_path / ".env")
    assert settings.channel == "@environment"
    assert settings.feed_seconds == 60


def test_an_unknown_name_is_named_and_its_value_never_shown() -> None:
    with pytest.raises(InvalidSettings) as caught:
        read_settings({"STORYLINE_TOKN": "123:secret"}, NOWHERE)
    assert "STORYLINE_TOKN" in str(caught.value)
    assert "STORYLINE_TOKEN" in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("STORYLINE_ADMINS", "alice"), ("STORYLINE_ALERTS_PER_SECOND", "-1"), ("STORYLINE_LOG_FORMAT", "xml")],
)
def test_an_unusable_value_is_refused_by_name_without_showing_it(name: str, value: str) -> None:
    with pytest.raises(InvalidSettings, match=name) as caught:
        read_settings({name: value}, NOWHERE)
    assert value not in str(caught.value)


def test_a_token_is_not_shown_when_settings_are_printed() -> None:
    settings = read_settings({"STORYLINE_TOKEN": "123:hidden"}, NOWHERE)
    assert "hidden" not in repr(settings)


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for name, field in Settings.model_fields.items())
