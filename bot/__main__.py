"""The command `storyline`, also `python -m bot`."""

import sys

from bot.cli import run_command_line


def main() -> int:
    """Runs the command line; returns the exit status: 0 done, 1 refused or failed, 2 wrong usage."""
    return run_command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
