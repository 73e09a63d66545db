"""Bytes of a text file into text: UTF-8, UTF-16, Windows-1251 and Windows-1252, or a sentence that says why not."""

import re

from knowledge.errors import UnreadableInput
from knowledge.stories.plain_text import holds_half_characters

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNATURES = {
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"RIFF": "a picture or a sound",
    b"%PDF": "a PDF document", b"PK\x03\x04": "a ZIP archive or an office document", b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program", b"SQLite format 3": "a database", b"\xd0\xcf\x11\xe0": "an office document",
}  # fmt: skip
# What an HTML page says of itself; only tables that hold our languages.
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?(koi8-[ru]|iso-8859-[15]|windows-125[12]|cp866)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CAPITALS = re.compile("[А-ЯЁІЇЄҐ]")
_MIXED_WORD = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
# Letters of other Cyrillic alphabets, and symbols at a letter: a wrong table's capitals.
_STRANGE = re.compile("[ЂЃЉЊЌЋЏђѓљњќћџЅѕЈј]|[†‡‰‹›¤¦¬µ¶][а-яіїєґ]")
_ODD = re.compile("[^\x00-\x7f\u0400-\u04ff«»„“”‘’‚–—…•№§©®™°€±·\xa0\xad]")
_LATIN_ODD = re.compile("[^\x00-\x7f\u00c0-\u017f«»„“”‘’‚–—…•§©®™°€£±·×\xa0\xad]")
# UTF-8 that was read as Windows-1252 or Windows-1251 and saved again.
_GARBLED_LATIN = re.compile("[ÐÑÃÂâ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_GARBLED_CYRILLIC = re.compile("[РС][^А-Яа-яЁёІіЇїЄєҐґ\\s.,!?;:()0-9A-Za-z'’«»-]|[РС][ЎўЃѓЌќЏџЉљЊњЋћЂђЅѕЈј°±µ]")
_FEW_GARBLED = 3


def decoded(data: bytes) -> str:
    """The text of a file. Raises UnreadableInput for an empty, binary or garbled one."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableInput("The file is empty.")
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableInput(f"The file is {kind}, not a text.")
    text = _text(data).removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableInput("The file is empty.")
    if "\x00" in text or len(_CONTROL.findall(text)) * 100 > len(text):
        raise UnreadableInput("The file is binary (it holds NUL or control characters), not a text.")
    if holds_half_characters(text):
        raise UnreadableInput("The file holds half a character (a lone surrogate); save it again as UTF-8.")
    if _is_garbled(text):
        raise UnreadableInput("The text is garbled: it was read in a wrong encoding once and saved so.")
    return text


def _text(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    without_mark = _utf16_by_its_nuls(data)
    if without_mark:
        return _strict(data, without_mark)
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        lenient = data.decode("utf-8", "replace")
        lost = lenient.count("\ufffd")
        whole = len(lenient) - len(lenient.encode("ascii", "ignore")) - lost
        if whole > lost:
            raise UnreadableInput(f"The file is UTF-8 and is broken at byte {error.start:,}.") from error
        return _eight_bit(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-SIG")
        raise UnreadableInput(f"The file begins as {name} and is broken at byte {error.start:,}.") from error


def _utf16_by_its_nuls(data: bytes) -> str | None:
    """UTF-16 without a mark: its ASCII characters have a NUL on one side, always the same one."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    characters = len(sample) // 2
    if len(data) % 2 or characters == 0 or max(even, odd) * 10 < characters or min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _eight_bit(data: bytes) -> str:
    declared = _DECLARED.search(data[:2048])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except UnicodeDecodeError:
            pass  # it says one thing and is another: the letters tell
    for encoding, is_likely in (("cp1251", _is_cyrillic), ("cp1252", _is_latin)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_likely(text):
            return text
    raise UnreadableInput("The file is no text in UTF-8, UTF-16 or Windows-1251.")


def _is_cyrillic(text: str) -> bool:
    """Whether `text` reads as Cyrillic: mostly small letters, hardly any symbols, no words of two scripts."""
    letters = len(_CYRILLIC.findall(text))
    high = letters + len(_ODD.findall(text))
    capitals = len(_CAPITALS.findall(text))
    mixed = len(_MIXED_WORD.findall(text))
    if letters == 0 or _STRANGE.search(text):
        return False
    return letters * 100 >= high * 95 and capitals * 2 <= letters and mixed * 20 <= letters


def _is_latin(text: str) -> bool:
    """Whether `text` reads as Latin with accents: these are few, and hardly anything else is beyond ASCII."""
    high = sum(map(len, re.findall("[^\x00-\x7f]+", text)))
    return high * 5 <= len(text) and len(_LATIN_ODD.findall(text)) * 20 <= high


def _is_garbled(text: str) -> bool:
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    garbled = len(_GARBLED_LATIN.findall(text)) + len(_GARBLED_CYRILLIC.findall(text))
    lost = text.count("\ufffd")
    return (garbled > _FEW_GARBLED and garbled * 4 > beyond) or lost * 200 > len(text)
