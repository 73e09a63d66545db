"""`storyline run`: the bot."""

import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module

from bot.commands.opening import settings_for
from knowledge.errors import InvalidSettings


def add_options(parser: ArgumentParser) -> None:
    """`storyline run` is set through the environment; it has no options but --database."""
    parser.epilog = "Needs STORYLINE_TOKEN, in the environment or in .env. Without a token, try `storyline demo`."


def perform(arguments: Namespace) -> int:
    """Runs the bot until it is told to stop."""
    settings = settings_for(arguments)
    if settings.token is None:
        raise InvalidSettings(
            "STORYLINE_TOKEN is not set: put the token that @BotFather gave you into the environment or into .env. "
            "To try the bot without one, run `storyline demo`."
        )
    # httpx's own command line brings rich and click: 4 MB of the idle bot's 80, for nothing.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
    return int(import_module("bot.lifecycle").run(settings))
