"""Where a sentence ends, in English, Ukrainian and Russian text."""

import re

# A run of stops, what may close after it (brackets, quotes, footnote marks), then white space or the end.
_STOP = re.compile(r"[.!?…]+")
_CLOSING = re.compile(r"(?:[\"'”’»›)\]}]|\[\d{1,4}\]){0,8}")
_OPENING = re.compile(r"[\"'“‘„«‹(\[{¿¡*•]{0,8}")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_DASHES = "—–-"
_WORD = re.compile(r"[\w'’]+")
_ROMAN = re.compile(r"[IVXLCМХІ]+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_LONGEST_ABBREVIATION = 24
_FEW_WORDS = 4  # "У 2024 р. Україна …": so early in a sentence an abbreviation does not end it


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# A stop after these never ends a sentence.
_OPEN = _words(
    """
    dr mr mrs ms mx prof gen sen rep gov lt col capt cmdr sgt maj hon rev pres supt st mt ft vs v viz cf ca c approx
    est e.g i.e a.k.a messrs ім проф акад доц вул просп пл бул бульв пров наб див напр порівн гр тов св смт м с о кн
    ред упоряд заст нач т.зв т.е т.к т.н т.ч т.о акад ул пер см напр гл гр тов св пос г-н г-жа зам нач ср
    """
)
# These end a sentence only before a word that opens one ("the U.S. The …", not "Acme Inc. Chief Executive …").
_PART_OF_NAME = _words("inc corp ltd co llc plc bros jr sr al dept univ ave blvd assn intl fed им")
# Units and closing words: they end a sentence before a capital letter, unless the sentence has only just begun.
_UNIT = _words(
    """
    a.m p.m etc sq min hr hrs sec kg km bn mn тис млн млрд трлн грн коп дол руб євро хв сек кв куб ін т.д т.п т.ін д
    п н.е е обл р-н шт чол ос тыс долл мин др пр т.д т.п н.э э чел экз
    """
)
# Years and centuries after a number ("2024 р."), otherwise a river, a town or an article ("р. Дніпро", "ст. 5").
_AFTER_NUMBER = _words("р рр ст г гг в вв")
# Before a number these belong to it: "No. 5", "Fig. 3", "Jan. 12", "п. 4".
_BEFORE_NUMBER = _words(
    """
    no nos fig figs vol ch sec art p pp par para ver jan feb mar apr jun jul aug sep sept oct nov dec op eq рис табл
    с стор п пп ч розд арт гл абз ном т вип стр разд вып кв буд корп д
    """
)
_OPENERS = _words(
    """
    the a an this that these those it its they their he she his her we our you i but and so yet or if when while
    where after before since because although though however moreover meanwhile instead still then there here in on
    at by for from with without under over to as of what why how who which some many most all both each no not one
    two only also according critics analysts це цей ця ці той та те ті він вона воно вони ми ви я але а і й у в на
    за з із зі до від для про під над при по через якщо коли де хто що як чому бо тому також однак проте втім хоча
    наразі водночас тоді тепер потім після перед його її їх їхній не ні это этот эта эти тот то те он она оно они мы
    вы но и с со к ко от для о об под над при через если когда где кто что как почему потому поэтому также однако
    хотя сейчас тогда теперь потом после перед его ее её их не ни
    """
)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order, each a piece of it to the byte without the white space around it.

    Together they hold every character that is not white space. A blank line always ends a sentence, a single line break
    never does. Takes time in proportion to the length.
    """
    sentences = []
    start = 0
    for end in (*_ends(text), len(text)):
        sentence = text[start:end].strip()
        if sentence:
            sentences.append(sentence)
        start = end
    return tuple(sentences)


def _ends(text: str) -> list[int]:
    blank_lines = [blank.start() for blank in _BLANK_LINE.finditer(text)]
    ends: list[int] = []
    start = 0
    at_blank = 0
    for stop in _STOP.finditer(text):
        while at_blank < len(blank_lines) and blank_lines[at_blank] < stop.start():
            start = blank_lines[at_blank]
            ends.append(start)
            at_blank += 1
        closing = _CLOSING.match(text, stop.end())
        end = closing.end() if closing else stop.end()
        if end < len(text) and text[end].isspace() and _ends_sentence(text, start, stop, end):
            ends.append(end)
            start = end
    return ends + blank_lines[at_blank:]


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    rest = text[end : end + 80].lstrip()
    if not rest:
        return True
    if rest[0] in _DASHES:  # «…!» — said somebody
        rest = rest.lstrip(_DASHES).lstrip()
        if end > stop.end():
            return False
    opening = _OPENING.match(rest)
    following = rest[opening.end() :] if opening else rest
    if not following or _continues(following):
        return False
    if stop.group() != ".":
        return True
    return _full_stop_ends(text, start, stop.start(), following)


def _continues(following: str) -> bool:
    """Whether a lower-case word follows; "iPhone" and "xAI" may begin a sentence."""
    word = _WORD.match(following)
    return following[0].islower() and (word is None or not any(letter.isupper() for letter in word.group()))


def _full_stop_ends(text: str, start: int, stop: int, following: str) -> bool:
    begun = text[max(start, stop - 120) : stop].split()
    if not begun:
        return False
    word = begun[-1].lstrip("\"'“‘„«‹([{")
    short = stop - start < 120 and len(begun) <= _FEW_WORDS
    if word.isdecimal() and len(begun) == 1:  # "1. Open the lid"
        return False
    if len(word) > _LONGEST_ABBREVIATION:
        return True
    key = word.casefold()
    before = begun[-2].casefold() if len(begun) > 1 else ""
    if before.endswith("т.") and len(key) <= 2:  # "т. д." with a space is "т.д."
        key = "т." + key
    return _abbreviation_ends(word, key, before, following, short)


def _abbreviation_ends(word: str, key: str, before: str, following: str, short: bool) -> bool:
    if key in _BEFORE_NUMBER and following[0].isdecimal():
        return False
    if key in _AFTER_NUMBER:
        numbered = before[-1:].isdecimal() or _ROMAN.fullmatch(before.upper()) is not None
        return numbered and (not short or _opens(following))
    if key in _OPEN:
        return False
    if key in _UNIT:
        return not short or _opens(following)
    initial = len(word) == 1 and word.isupper()
    if key in _PART_OF_NAME or initial or _DOTTED.fullmatch(word):
        return _opens(following)
    return True


def _opens(following: str) -> bool:
    word = _WORD.match(following)
    if word is None or following[word.end() : word.end() + 1] == ".":
        return False
    return word.group().casefold() in _OPENERS
