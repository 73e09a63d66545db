"""Who did it, which one, whose it is: what a question takes together and the answer must not part."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from knowledge.answering.data_files import asking_stems, words_in
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.coverage import near_stems
from knowledge.answering.ranking.matching import AskedWord, reach_in
from knowledge.answering.ranking.names import NameUse
from knowledge.answering.ranking.scoring import Scored
from knowledge.answering.reading.kinds import holds
from knowledge.language.words import Word
from knowledge.model.answer import AskedKind
from knowledge.model.story import UnitKind

_POSSESSIVE = re.compile(r"['’]s?$")
_PRICE = re.compile(r"\b(?:for|at|за|по) (?:\w+ ){0,3}(?:[$€£¥₴₽]|\d)")  # "has signed him for €62 million"
_OF_DEEDS = frozenset({AskedKind.MONEY, AskedKind.PERCENT})
_FIGURES = frozenset({AskedKind.MONEY, AskedKind.PERCENT, AskedKind.COUNT, AskedKind.WHEN, AskedKind.DURATION})
_LISTED = (UnitKind.BULLET, UnitKind.NUMBERED)
_INITIALS = 2
_SAME = 0.7  # reach from which a story's word says the same; what is only near in meaning is another thing
_OWNED = 3  # words between an owner's name and what it owns: "Microsoft's unique contract"


@dataclass(frozen=True, slots=True)
class Lack:
    """What a unit does not tell of the question: `word` as typed, of `name` where that is told of somebody else."""

    rule: str
    word: str
    name: str | None = None


def lack_of(attempt: Attempt, scored: Scored) -> Lack | None:
    """What keeps a unit from answering although its words fit; None where nothing does."""
    known = near_stems(attempt.index, scored) | stems_around(attempt.index, scored.position)
    return (
        _deed_absent(attempt, scored, known)
        or _role_absent(attempt, known)
        or _neighbour_in_time_absent(attempt, scored)
        or _figure_absent(attempt, scored, known)
        or _whole_name_absent(attempt, known)
        or _subject_absent(attempt, known)
        or _not_its_own(attempt, scored, known)
    )


def stems_around(index: StoryIndex, position: int) -> frozenset[str]:
    """Stems of the units beside a sentence; of a list's member those of the sentence that leads to the list."""
    around = index.around.neighbourhood(position)
    if index.units[position].unit.kind in _LISTED:
        first = next((other for other in range(position, 0, -1) if index.units[other - 1].unit.kind not in _LISTED), 0)
        around = (first - 1,) if first and index.units[first - 1].unit.text.endswith(":") else ()
    return frozenset().union(*(index.units[place].stems for place in around))


def _deed_absent(attempt: Attempt, scored: Scored, known: frozenset[str]) -> Lack | None:
    """The verb of "who replaced …" or "the man who criticised …" is not told, nor is anybody named to have done it."""
    asked, named = attempt.asked, named_places(attempt.uses)
    for place, word in enumerate(asked):
        if word.word.folded not in words_in("who"):
            continue
        verb = place + 1
        while verb < len(asked) and _is_by_the_way(asked[verb].word.folded):
            verb += 1
        if verb < len(asked) and verb not in named and _tells(asked[verb]) and not reach_in(asked[verb], known):
            return None if _has_other_doer(attempt, scored) else Lack("deed-absent", asked[verb].word.text)
    return None


def _role_absent(attempt: Attempt, known: frozenset[str]) -> Lack | None:
    """The office of "who is the chief executive of …" is told elsewhere."""
    asked, named = attempt.asked, named_places(attempt.uses)
    opening = tuple(word.word.folded for word in asked[:3])
    if len(opening) < 3 or opening[0] != "who" or opening[1] not in ("is", "was") or opening[2] != "the":
        return None
    role = list(takewhile(lambda place: asked[place].is_content and place not in named, range(3, len(asked))))
    if not role or any(reach_in(asked[place], known) for place in role):
        return None
    return Lack("role-absent", asked[role[-1]].word.text)


def _neighbour_in_time_absent(attempt: Attempt, scored: Scored) -> Lack | None:
    """Who came before or after somebody is asked, and the unit names nobody else."""
    if attempt.reading.kind is not AskedKind.WHO:
        return None
    firsts = {use.first for use in attempt.uses if use.stems}
    for place, word in enumerate(attempt.asked):
        if word.word.folded in words_in("beside_in_time") and place + 1 in firsts:
            return None if _has_other_doer(attempt, scored) else Lack("neighbour-absent", word.word.text)
    return None


def _is_by_the_way(folded: str) -> bool:
    """Whether a word can stand between "who" and its verb."""
    return folded in words_in("auxiliaries") or folded.endswith("ly")


def _has_other_doer(attempt: Attempt, scored: Scored) -> bool:
    """Whether the unit names somebody beside those in the question and those whom the whole story is about."""
    index = attempt.index
    out = index.names.main | {stem for word in attempt.asked for stem, _ in word.sure}
    run: list[Word] = []
    words = index.units[scored.position].words
    for place, word in enumerate((*words, None)):
        if word is not None and _is_somebody(word) and (place > 0 or word.stem in index.names.stems):
            run.append(word)
            continue
        dated = word is not None and word.is_number
        named = run and not dated and not _POSSESSIVE.search(run[-1].text) and not is_of_place(words, place - 1)
        if named and not out & {other.stem for other in run}:
            return True
        run = []
    return False


def is_of_place(words: Sequence[Word], place: int) -> bool:
    """Whether the name at `place` is said to be of a place: "in Kelmouth", "the river Tarn", "Dock Street"."""
    start = end = place
    while start and _goes_on(words[start - 1], words[start]):
        start -= 1
    while end + 1 < len(words) and _goes_on(words[end], words[end + 1]):
        end += 1
    before = words[start - 1].folded if start else ""
    geography = words_in("geography")
    return before in words_in("place_prepositions") or before in geography or words[end].folded in geography


def _goes_on(left: Word, right: Word) -> bool:
    """Whether two words stand side by side as parts of one name."""
    both = left.is_capital and right.is_capital and not left.is_stop and not right.is_stop
    return both and right.start - left.end == 1


def _is_somebody(word: Word) -> bool:
    """Whether a word can be a name's, and not a month or "AI", "EU", "U.S." before what they describe."""
    is_name = word.is_capital and not word.is_stop and len(word.text.replace(".", "")) > _INITIALS
    return is_name and not holds(AskedKind.WHEN, word.text)


def _figure_absent(attempt: Attempt, scored: Scored, known: frozenset[str]) -> Lack | None:
    """The verb of "how much did Tencent earn" is not told."""
    if attempt.reading.kind not in _OF_DEEDS:
        return None
    asked, text = attempt.asked, attempt.index.units[scored.position].unit.text
    for use in attempt.uses:
        after = use.last + 1
        while after < len(asked) and asked[after].word.is_capital:
            after += 1
        asks = use.first > 0 and asked[use.first - 1].word.folded in words_in("auxiliaries")
        if asks and after < len(asked) and _tells(asked[after]) and not reach_in(asked[after], known):
            paid = asked[after].word.folded in words_in("paying") and _PRICE.search(text) is not None
            return None if paid else Lack("deed-absent", asked[after].word.text)
    return None


def _whole_name_absent(attempt: Attempt, known: frozenset[str]) -> Lack | None:
    """A figure of "the airport line" is asked, and the unit tells of a line; the story has an airport elsewhere."""
    if attempt.reading.kind not in _FIGURES:
        return None
    for article, left, right in zip(attempt.asked, attempt.asked[1:], attempt.asked[2:], strict=False):
        beside = article.word.folded in words_in("articles") and _tells(left) and _tells(right)
        apart = beside and reach_in(right, known) and not reach_in(left, known)
        if apart and left.word.stem in attempt.index.content_stems:
            return Lack("part-absent", left.word.text)
    return None


def _subject_absent(attempt: Attempt, known: frozenset[str]) -> Lack | None:
    """The noun of "which version of GPT …" is not there."""
    asked = attempt.asked
    for place in range(len(asked) - 2):
        noun = asked[place + 1]
        part = asked[place].word.folded in words_in("which") and asked[place + 2].word.folded == "of"
        if part and _tells(noun) and reach_in(noun, known) < _SAME:
            return Lack("subject-absent", noun.word.text)
    return None


def _not_its_own(attempt: Attempt, scored: Scored, known: frozenset[str]) -> Lack | None:
    """What the question calls somebody's is not told, or is told of another."""
    for use, things, is_sure in _owned(attempt):
        apart = next((one for one in things if _is_told_of_another(attempt, scored, use, one)), None)
        if apart is not None:
            return Lack("possession-apart", apart.word.text, use.typed)
        thing = things[-1]
        needed = is_sure or _is_told_of_another(attempt, attempt.ranked[0], use, thing)
        if needed and _tells(thing) and reach_in(thing, known) < _SAME:
            return Lack("possession-absent", thing.word.text, use.typed)
    return None


def _is_told_of_another(attempt: Attempt, scored: Scored, use: NameUse, thing: AskedWord) -> bool:
    """Whether the unit tells of the thing, and wherever it does it is somebody else's."""
    words = attempt.index.units[scored.position].words
    meant = frozenset(stem for other in attempt.uses for stem in other.stems)
    stems = {stem for stem, reach in thing.sure if reach >= _SAME}
    places = [place for place, word in enumerate(words) if word.stem in stems]
    return bool(places) and all(_is_of_another(words, place, frozenset(use.stems), meant) for place in places)


def _owned(attempt: Attempt) -> Iterator[tuple[NameUse, Sequence[AskedWord], bool]]:
    """Names of the question with the words for what is theirs, and whether that is sure: "Tencent's revenue" is."""
    asked, named = attempt.asked, named_places(attempt.uses)
    for use in attempt.uses:
        if not use.stems:
            continue
        if _POSSESSIVE.search(asked[use.last].word.text):
            run = []
            for place in range(use.last + 1, min(len(asked), use.last + 1 + _OWNED)):
                if place in named or not asked[place].is_content:
                    break
                run.append(asked[place])
            if run:
                yield use, run, True
            continue
        before = use.first - 1
        if before > 0 and asked[before].word.folded == "of":
            before -= 1
        elif asked[before].word.text.isascii():
            continue
        if before > 0 and before not in named and asked[before].is_content:
            yield use, (asked[before],), False


def _is_of_another(words: Sequence[Word], place: int, owner: frozenset[str], meant: frozenset[str]) -> bool:
    """Whether what stands at `place` is somebody else's, or comes from its owner: "revenue from Tencent"."""
    for word in reversed(words[max(0, place - _OWNED) : place]):
        if word.is_capital and _POSSESSIVE.search(word.text):
            return word.stem not in meant
    if any(word.stem in owner for word in words[:place]):
        return False
    behind = words[place + 1 :]
    first = next((number for number, word in enumerate(behind) if word.stem in owner), 0)
    return any(word.folded in words_in("from") for word in behind[:first])


def _tells(word: AskedWord) -> bool:
    return word.is_content and word.word.stem not in asking_stems() and not word.word.is_number


def named_places(uses: Iterable[NameUse]) -> frozenset[int]:
    """Where in the question its names stand."""
    return frozenset(place for use in uses for place in range(use.first, use.last + 1))
