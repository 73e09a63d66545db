"""Questions as hurried fingers type them: letters swapped, left out, doubled, or missed by one key."""

import re
from random import Random

SHORTEST = 4  # letters of a word that may get an error
WORD = re.compile(r"[^\W\d_]{4,}")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхї", "фівапролджє", "ячсмитьбю")


def with_typing_errors(text: str, share: float, random: Random) -> str:
    """`text` with one error in about `share` (0…1) of its words of four letters or more; never in numbers."""
    return WORD.sub(lambda match: mistyped(match[0], random) if random.random() < share else match[0], text)


def mistyped(word: str, random: Random) -> str:
    """`word` with one error after its first letter."""
    place = random.randrange(1, len(word) - 1)
    match random.randrange(4):
        case 0:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case 1:
            return word[:place] + word[place + 1 :]
        case 2:
            return word[:place] + word[place] + word[place:]
        case _:
            return word[:place] + neighbour(word[place], random) + word[place + 1 :]


def neighbour(letter: str, random: Random) -> str:
    """A letter beside `letter` on the keyboard; `letter` itself where the keyboard does not have it."""
    for row in ROWS:
        place = row.find(letter.lower())
        if place >= 0:
            return random.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    return letter
