"""Text typed with the keyboard switched to another language."""

from functools import cache

_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?\\|@#$^&"
_UKRAINIAN = "'йцукенгшщзхїфівапролджєячсмитьбю.₴ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,ґҐ\"№;:?"
_RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\\/"№;:?'


def swapped(text: str) -> tuple[str, ...]:
    """`text` as the same keys would have typed it on another layout, likeliest first; none without letters.

    Cyrillic text is read as English keys, Latin text as Ukrainian and as Russian ones.
    """
    cyrillic = sum("\u0400" <= character <= "\u04ff" for character in text)
    latin = sum("a" <= character <= "z" for character in text.lower())
    if cyrillic > latin:
        readings = [text.translate(_table(_UKRAINIAN, _ENGLISH)), text.translate(_table(_RUSSIAN, _ENGLISH))]
    elif latin:
        readings = [text.translate(_table(_ENGLISH, _UKRAINIAN)), text.translate(_table(_ENGLISH, _RUSSIAN))]
    else:
        return ()
    return tuple(dict.fromkeys(reading for reading in readings if reading != text))


@cache
def _table(typed: str, meant: str) -> dict[int, str]:
    return {ord(key): letter for key, letter in zip(typed, meant, strict=True)}
