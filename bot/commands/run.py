"""`storyline run`: the bot."""

from argparse import ArgumentParser, Namespace

from bot.commands.opening import settings_for
from bot.lifecycle import run
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
    return run(settings)
