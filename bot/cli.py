"""The command line: which sub-commands there are, and what a person is told when one fails."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from knowledge.errors import StorylineError

COMMANDS = {  # each is a module of bot.commands, imported only when it is called, so that `ask` starts quickly
    "ask": "answer one question, or a file of questions",
    "chat": "talk with the bot in this terminal",
    "demo": "try the bot on a local stand-in for Telegram, in the browser",
    "run": "run the bot",
    "load": "read stories from files or addresses, without alerting anyone",
    "publish": "read stories and alert the subscribers",
    "check": "read a file and say what an editor should know; stores nothing",
    "stories": "list the stored stories",
    "show": "print one stored story",
    "evaluate": "measure the answers on a file of questions",
    "bench": "measure speed and memory, as ratios against named peers",
    "backup": "copy the database while the bot runs",
    "doctor": "say whether everything is well",
}


def run_command_line(arguments: Sequence[str]) -> int:
    """Runs one sub-command; a StorylineError becomes one sentence on standard error and exit status 1."""
    name = next((argument for argument in arguments if argument in COMMANDS), None)
    parser = whole_parser(name)
    parsed = parser.parse_args(arguments)
    if parsed.command is None:
        parser.print_help()
        return 2
    try:
        return int(parsed.perform(parsed))
    except StorylineError as error:
        print(f"storyline: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `storyline stories | head -1`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def whole_parser(wanted: str | None) -> argparse.ArgumentParser:
    """The parser; only the sub-command `wanted` is loaded with all its options."""
    parser = argparse.ArgumentParser(
        prog="storyline",
        description="A Telegram bot for a news channel: answers in the story's own words, and alerts that arrive.",
        epilog="`storyline COMMAND --help` tells more. Settings: STORYLINE_… in the environment or in .env.",
    )
    parser.add_argument("--version", action=PrintVersion, nargs=0, help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[:1].upper() + summary[1:] + ".")
        command.add_argument("--database", metavar="PATH", help="the SQLite file (default: STORYLINE_DATABASE)")
        if name == wanted:
            module = import_module(f"bot.commands.{name}")
            module.add_options(command)
            command.set_defaults(perform=module.perform)
    return parser


class PrintVersion(argparse.Action):
    """Prints the version that is installed."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415  takes 25 ms to import, and only --version needs it

        print(f"storyline {version('storyline')}")
        parser.exit()
