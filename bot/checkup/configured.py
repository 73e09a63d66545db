"""The settings: which are set, never what to where they are secret."""

from bot.checkup.finding import Finding, good, warning
from bot.settings import PREFIX, Settings


def settings_findings(settings: Settings) -> list[Finding]:
    """Which settings were made, and which ones something will be missed without."""
    made = [PREFIX + name.upper() for name in Settings.model_fields if name in settings.model_fields_set]
    findings = [good("settings", f"Set: {', '.join(made)}." if made else "None is set; everything has its default.")]
    if settings.token is None:
        findings.append(
            warning(
                "token",
                "STORYLINE_TOKEN is not set, so `storyline run` cannot start.",
                "Put the token of @BotFather into the environment or into .env; `storyline demo` needs none.",
            )
        )
        return findings
    if not settings.admins:
        findings.append(
            warning("editors", "STORYLINE_ADMINS is empty: nobody can publish from Telegram.", "Add your user id.")
        )
    if settings.channel is None and not settings.feeds and settings.folder is None:
        findings.append(
            warning(
                "items",
                "Nothing brings new items: neither STORYLINE_CHANNEL nor STORYLINE_FEEDS nor STORYLINE_FOLDER is set.",
                "Set one, or publish with `storyline publish`.",
            )
        )
    return findings
