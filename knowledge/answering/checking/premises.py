"""Wrong guesses that a story sets right: "Was it Reuters that reported it first?", "… in March 2024, right?"."""

from dataclasses import replace

from knowledge.answering.checking.apart import apart_names
from knowledge.answering.checking.gaps import Verdict, absent_numbers
from knowledge.answering.patterns import PatternFile
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.reading.polarity import is_negated, tells_direction
from knowledge.answering.reading.reading import Reader, Reading
from knowledge.language.places import country_of
from knowledge.model.answer import AskedKind, Gap

_LEFT = 2  # content words that must be left of the question
_ASKED_INSTEAD = {
    "year": AskedKind.WHEN,
    "month": AskedKind.WHEN,
    "day": AskedKind.WHEN,
    "money": AskedKind.MONEY,
    "percent": AskedKind.PERCENT,
    "factor": AskedKind.PERCENT,
    "duration": AskedKind.DURATION,
}
_PATTERNS = PatternFile("premises.txt")


def without_guess(reader: Reader, attempt: Attempt, verdict: Verdict) -> Reading | None:
    """The question as it would be without its guess, asking for what stands there instead; None if it makes none.

    A number or a date is a guess in any question for a yes; a name only where one alone can be meant.
    """
    reading = attempt.reading
    if reading.kind is not AskedKind.YES_NO and AskedKind.YES_NO not in reading.kinds:
        return None
    kind: AskedKind | None
    if verdict.gap is Gap.NUMBER:
        absent = [number for number in reading.numbers if number.text in absent_numbers(attempt)]
        spans = [(number.start, number.end) for number in absent]  # a mere count may be of anything
        kind = _ASKED_INSTEAD.get(absent[0].unit)
    elif verdict.gap in (Gap.NAME, Gap.APART) and _only_one(reading):
        apart = apart_names(attempt, attempt.ranked[0])
        guessed = [use for use in attempt.uses if not use.stems or use.typed in apart]
        spans = [(reading.words[use.first].start, reading.words[use.last].end) for use in guessed]
        kind = AskedKind.WHO
    else:
        return None
    text = reading.text
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    other = reader.read(text, reading.language)
    if kind is None or not spans or len(other.content) < _LEFT:
        return None
    return replace(other, kinds=(kind,), language=reading.language)


def without_direction(reader: Reader, reading: Reading) -> Reading:
    """The question without its words of rising and falling."""
    kept = [word.text for word in reading.words if not tells_direction(word)]
    return replace(reader.read(" ".join(kept), reading.language), kinds=(AskedKind.OTHER,), language=reading.language)


def _only_one(reading: Reading) -> bool:
    return _PATTERNS["only_one"].search(reading.folded) is not None


def with_countries(reader: Reader, attempt: Attempt, verdict: Verdict) -> Reading | None:
    """The question with the countries in the place of cities that the story does not name; None if it names others.

    What a story denies of a country it denies of the country's cities; what it says of the country it does not.
    """
    reading = attempt.reading
    if verdict.gap is not Gap.NAME or not {AskedKind.YES_NO, AskedKind.WHY} & set(reading.kinds):
        return None
    text = reading.text
    for use in sorted(attempt.uses, key=lambda use: -use.first):
        if use.stems:
            continue
        words = reading.words[use.first : use.last + 1]
        country = country_of(tuple(word.stem for word in words))
        if country is None:
            return None
        text = text[: words[0].start] + country + text[words[-1].end :]
    return replace(reader.read(text, reading.language), kinds=reading.kinds, language=reading.language)


def denies(attempt: Attempt, verdict: Verdict) -> bool:
    """Whether the unit says no to something."""
    return verdict.position is not None and is_negated(attempt.index.units[verdict.position].words)
