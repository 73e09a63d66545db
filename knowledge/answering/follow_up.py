"""What an elliptic question takes from the questions before it; a complete one takes nothing."""

import re
from dataclasses import replace

from knowledge.answering.reading import Reader, Reading
from knowledge.language.rarity import rarity
from knowledge.model.answer import AskedKind, Question

_AND = r"(?:and|but|so|ok(?:ay)?|also|then|well|hm+|а|і|й|та|и|но|але|ну|то|так)"
_ABOUT = re.compile(
    rf"^(?:{_AND}[,\s]+)*(?:(?:what|how) about|what of|а? ?(?:що|як) (?:щодо|з|стосовно|про|до)|щодо|а? ?(?:что|как) (?:насчет|с|со|по поводу)|"
    rf"насчет|same (?:question )?(?:for|about)|те саме (?:про|для)|то же (?:про|для))\b"
)
_OPENS = re.compile(rf"^{_AND}[,\s]+")
# A whole question in itself that says nothing of its subject.
_BARE = re.compile(
    rf"^(?:{_AND}[,\s]+)*(?:why(?: not| so| is that| that)?|how(?: so| come| exactly)?|when(?: exactly| was that| is that)?|where(?: exactly)?|who(?: exactly| else| is that)?|"
    r"since when|until when|how (?:much|many|long|often)(?: exactly| is (?:it|that))?|which(?: ones?)?|what else|really|and you sure|like what|such as|for example|"
    r"what (?:for|happened (?:then|next))|by whom|with whom|for whom|in what way|says who|"
    r"чому(?: ні| так| це)?|навіщо|як(?: саме| це)?|коли(?: саме)?|де(?: саме)?|хто(?: саме| ще)?|відколи|скільки(?: саме| це)?|які(?: саме)?|який|яка|що ще|справді|наприклад|"
    r"з якого часу|для чого|куди|звідки|"
    r"почему(?: нет| так| это)?|зачем|как(?: именно| это| так)?|когда(?: именно)?|где(?: именно)?|кто(?: именно| еще)?|с каких пор|сколько(?: именно| это)?|какие(?: именно)?|"
    r"какой|какая|что еще|правда|например|для чего|куда|откуда)[\s?!.]*$"
)
_POINTING = frozenset(
    """it its they them their theirs he him his she her hers this that these those there then one ones
    він його йому ним нього нім вона її їй нею неї вони їх їм ними них це цього цьому цим цей ця ці той та те там тоді їхній їхня їхнє їхні
    він нього такий така таке такі
    он его ему им него нем она ее ей ней неё они их им ними них это этого этому этим этот эта эти тот та те там тогда такой такая такие""".split()
)
_FEW = 4  # content words up to which a question that opens with "and" counts as cut short
_TURNS = 3  # earlier turns that are looked at
_ENOUGH = 3  # content words of its own from which a pointing word does not make a question depend on another


class FollowUps:
    """Completes questions from earlier turns."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, question: Question, text: str, default_language: str) -> Reading:
        """`text` as it is to be understood in the question's context; `inherited` holds the words it took over."""
        reading = self._reader.read(text, default_language)
        if not question.context or not depends(reading):
            return reading
        before: Reading | None = None
        for turn in question.context[-_TURNS:]:
            earlier = self._reader.read(turn.question, default_language)
            before = self._join(earlier, before) if before is not None and depends(earlier) else earlier
        return reading if before is None else self._join(reading, before)

    def _join(self, reading: Reading, before: Reading) -> Reading:
        own = {word.stem for word in reading.content}
        names = name_places(before)
        if _replaces(reading):
            kept = [word for place, word in enumerate(before.words) if place not in names]
        elif names and reading.kind is not AskedKind.OTHER and not _BARE.match(reading.folded):
            kept = [before.words[place] for place in sorted(names)]
        else:
            kept = list(before.words)
        taken = tuple(word.text for word in kept if not word.is_stop and word.stem not in own)
        joined = self._reader.read(f"{reading.text.rstrip(' ?.!')} {' '.join(taken)}", before.language)
        kinds = reading.kinds if reading.kind is not AskedKind.OTHER else before.kinds
        negated = reading.negated or (before.negated and not names_only(taken, names, before))
        return replace(joined, language=reading.language, kinds=kinds, negated=negated, inherited=taken)


def depends(reading: Reading) -> bool:
    """Whether a question cannot be understood without the one before it."""
    content = reading.content
    if _BARE.match(reading.folded) or _ABOUT.match(reading.folded):
        return True
    named = bool(name_places(reading))
    if _OPENS.match(reading.folded) and len(content) <= _FEW and not (named and len(content) >= _ENOUGH):
        return True
    return not named and len(content) <= _ENOUGH and any(word.folded in _POINTING for word in reading.words)


def _replaces(reading: Reading) -> bool:
    """Whether the question only puts another name into the one before it ("and Tencent?", "what about Anthropic")."""
    content = reading.content
    if not content or not (_ABOUT.match(reading.folded) or _OPENS.match(reading.folded)):
        return False
    names = name_places(reading)
    return all(reading.words.index(word) in names or rarity(word.stem) >= 1 for word in content)


def name_places(reading: Reading) -> frozenset[int]:
    """Places of the words that are names by the general lexicon or by a capital inside the question."""
    places = {place for alias in reading.aliases for place in range(alias.first, alias.last + 1)}
    shouting = all(word.is_capital for word in reading.content)
    for place, word in enumerate(reading.words):
        if word.is_capital and not word.is_stop and not word.is_number and (place > 0 and not shouting):
            places.add(place)
    return frozenset(places)


def names_only(taken: tuple[str, ...], names: frozenset[int], before: Reading) -> bool:
    """Whether nothing but names was taken over."""
    return set(taken) <= {before.words[place].text for place in names}
