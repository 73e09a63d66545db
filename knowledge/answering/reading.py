"""What a question says, before any story is looked at: its words, language, kind, names and numbers."""

import re
from dataclasses import dataclass

from knowledge.answering.kinds import asked_kinds
from knowledge.answering.polarity import is_negated
from knowledge.language.aliases import AliasHit
from knowledge.language.detect import language_of
from knowledge.language.lexicon import Lexicon
from knowledge.language.numbers import Number, numbers_in
from knowledge.language.question_words import mended
from knowledge.language.text import clean, fold
from knowledge.language.words import Word, words_of
from knowledge.model.answer import AskedKind

_LONGEST = 4000
_SENTENCE_END = re.compile(r"(?<=[?!.…\n])\s+|(?<=\?)")
_STOP = re.compile(r"[.!?…:\n]")
_PARTS = 4
_WH = "what|who|how|why|when|where|which|що|хто|як|чому|коли|де|скільки|які|что|кто|как|почему|когда|где|сколько|какие"
_ASKS = re.compile(rf"(?:{_WH})\b", re.IGNORECASE)
_JOINED = re.compile(rf",? (?:and|та|і|й|и|а) (?=(?:{_WH})\b)", re.IGNORECASE)
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
        plain = clean(text[:_LONGEST])
        language = language_of(plain, default_language)
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
            kinds=asked_kinds(folded),
            aliases=tuple(self._lexicon.aliases_in(words)),
            numbers=tuple(numbers_in(plain)),
            negated=is_negated(words),
            corrections=corrections,
        )


def parts_of(text: str) -> tuple[str, ...]:
    """The single questions of a message, in order; one for an ordinary message.

    Of a long text only the sentences that end in a question mark, or else begin with a question word. "… and where …"
    joins two questions.
    """
    plain = clean(text[:_LONGEST])
    pieces = [piece.strip() for piece in _SENTENCE_END.split(plain) if piece and piece.strip()]
    questions = [piece for piece in pieces if piece.endswith("?")]
    if len(plain.split()) > _WORTH_WORDS:
        return tuple(questions[:_PARTS]) or tuple(piece for piece in pieces if _ASKS.match(piece))[:_PARTS] or (plain,)
    if len(questions) > 1:
        return tuple(questions[:_PARTS])
    joined = [part.strip() for part in _JOINED.split(questions[0] if questions else plain) if part.strip()]
    return tuple(joined[:_PARTS]) if all(len(part.split()) > 2 for part in joined) else (plain,)
