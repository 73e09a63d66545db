"""What a question says, before any story is looked at: its words, language, kind, names and numbers."""

import re
from dataclasses import dataclass

from knowledge.answering.data_files import asking_stems
from knowledge.answering.reading.courtesies import without_courtesies
from knowledge.answering.reading.kinds import asked_kinds, has_question_word
from knowledge.answering.reading.polarity import is_negated
from knowledge.language.aliases import AliasHit
from knowledge.language.detect import language_of
from knowledge.language.lexicon import Lexicon
from knowledge.language.numbers import Number, numbers_in
from knowledge.language.question_words import mended
from knowledge.language.text import clean, fold
from knowledge.language.words import Word, words_of
from knowledge.model.answer import AskedKind

LONGEST = 4000  # characters of a message that are read
_SENTENCE_END = re.compile(r"(?<=[?!.…\n])\s+|(?<=\?)")
_STOP = re.compile(r"[.!?…:\n]")
_PARTS = 4
_KEYWORDS = 5  # words
_ENOUGH = 3  # words that make a question by themselves
_WH = "what|who|how|why|when|where|which|що|хто|як|чому|коли|де|скільки|які|что|кто|как|почему|когда|где|сколько|какие"
_ASKS = re.compile(rf"(?:{_WH})\b", re.IGNORECASE)
_JOINED = re.compile(rf",? (?:and|та|і|й|и|а) (?=(?:{_WH})\b)", re.IGNORECASE)
_TELLING = 2  # words by which it tells what it is about
_TAIL = re.compile(rf"(?<=[:;–—-] )(?:{_WH})\b.*\?\W*$", re.IGNORECASE)
_WORTH_WORDS = 40  # a longer message is read question by question


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was understood; `aliases` are names of the general lexicon with the words that say them."""

    text: str
    folded: str
    language: str
    words: tuple[Word, ...]
    kinds: tuple[AskedKind, ...]
    aliases: tuple[AliasHit, ...]
    numbers: tuple[Number, ...]
    negated: bool
    asserts: bool = False  # a statement that is to be confirmed: "…, right?"
    corrections: tuple[tuple[str, str], ...] = ()
    inherited: tuple[str, ...] = ()
    before: "Reading | None" = None  # the question that it took them from

    @property
    def kind(self) -> AskedKind:
        """The most telling kind."""
        return self.kinds[0]

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that say something of their own."""
        return tuple(word for word in self.words if not word.is_stop)

    @property
    def is_keywords(self) -> bool:
        """Whether it is a mere list of words: "share value Dermalert"."""
        bare = self.kind is AskedKind.OTHER and "?" not in self.text
        return bare and len(self.content) <= _KEYWORDS and not has_question_word(self.folded)

    def opens_sentence(self, place: int) -> bool:
        """Whether the word at `place` is a sentence's first, so that its capital tells nothing."""
        if place == 0:
            return True
        return _STOP.search(self.text, self.words[place - 1].end, self.words[place].start) is not None


class Reader:
    """Reads questions; holds the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, text: str, default_language: str) -> Reading:
        """`text` as one question; `default_language` holds where the text does not tell its own."""
        plain = clean(text[:LONGEST])
        language = language_of(plain, default_language)
        plain, asserts = without_courtesies(plain)
        words = words_of(plain, language)
        plain, corrections = mended(plain, words, language)
        if corrections:
            words = words_of(plain, language)
        folded = fold(plain)
        return Reading(
            text=plain,
            folded=folded,
            language=language,
            words=words,
            kinds=kinds_of(folded, asserts),
            aliases=tuple(self._lexicon.aliases_in(words)),
            numbers=tuple(numbers_in(plain)),
            negated=is_negated(words),
            asserts=asserts,
            corrections=corrections,
        )


def kinds_of(folded: str, asserts: bool) -> tuple[AskedKind, ...]:
    """The kinds that a folded question asks for; a statement to be confirmed asks for yes or no."""
    kinds = asked_kinds(folded)
    if not asserts:
        return kinds
    return (AskedKind.YES_NO, *(kind for kind in kinds if kind not in (AskedKind.OTHER, AskedKind.YES_NO)))


def parts_of(plain: str) -> tuple[str, ...]:
    """The single questions of a message (clean), in order; one for an ordinary message.

    Of several sentences only those that end in a question mark, or else begin with a question word, if they say
    enough by themselves. "… and where …" joins two questions.
    """
    pieces = [piece.strip() for piece in _SENTENCE_END.split(plain) if piece and piece.strip()]
    asking = [piece for piece in pieces if piece.endswith("?") or _ASKS.match(piece)]
    if len(pieces) > 1 and asking:
        enough = tuple(piece for piece in asking if _says_enough(piece))
        if len(enough) > 1:
            return enough[:_PARTS]
        if enough and (len(asking) == 1 or len(plain.split()) > _WORTH_WORDS):
            return (_tail(enough[0]),)
    if len(plain.split()) > _WORTH_WORDS:
        return (plain,)
    joined = [part.strip() for part in _JOINED.split(plain) if part.strip()]
    if len(joined) > 1 and all(len(part.split()) >= _ENOUGH for part in joined):
        return tuple(joined[:_PARTS])
    return (_tail(plain),)


def _says_enough(piece: str) -> bool:
    """Whether a sentence tells what it is about: "what should I do?" behind a tale of woe does not."""
    asking = asking_stems()
    telling = sum(not word.is_stop and word.stem not in asking for word in words_of(piece))
    return telling >= _TELLING and len(piece.split()) >= _ENOUGH


def _tail(question: str) -> str:
    """What is asked behind a dash or a colon: "I read it on the bus - what came out of the trial?"."""
    tail = _TAIL.search(question)
    return tail.group() if tail is not None and _says_enough(tail.group()) else question
