"""What an elliptic question takes from the questions before it; a complete one takes nothing."""

from dataclasses import replace

from knowledge.answering.data_files import words_in
from knowledge.answering.patterns import PatternFile
from knowledge.answering.reading.meta import topic_of
from knowledge.answering.reading.reading import Reader, Reading
from knowledge.language.rarity import rarity
from knowledge.model.answer import AskedKind, Question

_WRAPPERS = {"opens": "^{}", "about": r"^(?:{and}[,\s]+)*{}\b", "bare": r"^(?:{and}[,\s]+)*{}[\s?!.]*$"}
_FEW = 4  # content words up to which a question that opens with "and" counts as cut short
_TURNS = 3  # earlier turns that are looked at
_ENOUGH = 3  # content words of its own from which a pointing word does not make a question depend on another
_PATTERNS = PatternFile("follow_ups.txt", _WRAPPERS)


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
        elif names and reading.kind is not AskedKind.OTHER and not _says("bare", reading.folded):
            kept = [before.words[place] for place in sorted(names)]
        else:
            kept = list(before.words)
        taken = tuple(word.text for word in kept if not word.is_stop and word.stem not in own)
        joined = self._reader.read(f"{reading.text.rstrip(' ?.!')} {' '.join(taken)}", before.language)
        kinds = reading.kinds if reading.kind is not AskedKind.OTHER else before.kinds
        negated = reading.negated or (before.negated and not names_only(taken, names, before))
        return replace(joined, language=reading.language, kinds=kinds, negated=negated, inherited=taken, before=before)


def depends(reading: Reading) -> bool:
    """Whether a question cannot be understood without the one before it."""
    content = reading.content
    if topic_of(reading.folded) is not None and not _says("bare", reading.folded):
        return False  # "and who reported it?" asks of the page, whatever was asked before
    if _says("bare", reading.folded) or _says("about", reading.folded):
        return True
    named = bool(name_places(reading))
    if _says("opens", reading.folded) and len(content) <= _FEW and not (named and len(content) >= _ENOUGH):
        return True
    return not named and len(content) <= _ENOUGH and any(word.folded in words_in("pointing") for word in reading.words)


def is_bare(reading: Reading) -> bool:
    """Whether the question says nothing of its subject: "why?", "since when"."""
    return _says("bare", reading.folded) and not reading.aliases


def _replaces(reading: Reading) -> bool:
    """Whether the question only puts another name into the one before it ("and Tencent?", "what about Anthropic")."""
    content = reading.content
    if not content or not (_says("about", reading.folded) or _says("opens", reading.folded)):
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


def _says(how: str, folded: str) -> bool:
    """Whether a folded question shows in the way `how` that it hangs on another: "opens", "about" or "bare"."""
    return _PATTERNS[how].search(folded) is not None
