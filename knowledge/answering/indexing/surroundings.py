"""What stands around each unit of a story: its heading, whom it means, the list's announcement, its neighbours."""

from collections.abc import Sequence

from knowledge.answering.indexing.indexed_units import IndexedUnit
from knowledge.language.words import words_of
from knowledge.model.answer import Referent
from knowledge.model.story import UnitKind

_LISTED = (UnitKind.BULLET, UnitKind.NUMBERED)


class Surroundings:
    """Stems that stand around units, by position; each is found when it is first asked for, and kept."""

    def __init__(
        self,
        units: Sequence[IndexedUnit],
        referents: Sequence[Referent | None],
        title_stems: frozenset[str],
        language: str,
    ) -> None:
        self._units = units
        self._referents = referents
        self._title_stems = title_stems
        self._language = language
        self._headings: dict[str, frozenset[str]] = {}
        self._contexts: dict[int, frozenset[str]] = {}
        self._windows: dict[int, frozenset[str]] = {}

    def context_stems(self, position: int) -> frozenset[str]:
        """The unit's own stems with all that says what it is about.

        That is its heading, the title, whom it means, the FAQ question that it answers and what announces its list.
        """
        stems = self._contexts.get(position)
        if stems is None:
            entry = self._units[position]
            stems = entry.distinct | self._title_stems | self.heading_stems(position) | self.meant(position)
            stems |= self._announced(position)
            if entry.unit.question:
                stems |= frozenset(word.stem for word in words_of(entry.unit.question))
            self._contexts[position] = stems
        return stems

    def window_stems(self, position: int) -> frozenset[str]:
        """The stems of the unit at `position` and of those beside it in its paragraph."""
        stems = self._windows.get(position)
        if stems is None:
            beside = [self._units[place].distinct for place in self.neighbourhood(position)]
            stems = self._windows[position] = frozenset().union(*beside)
        return stems

    def neighbourhood(self, position: int) -> tuple[int, ...]:
        """The unit itself and those beside it in its paragraph."""
        units = self._units
        near = range(max(0, position - 1), min(len(units), position + 2))
        return tuple(other for other in near if units[other].unit.paragraph == units[position].unit.paragraph)

    def heading_stems(self, position: int) -> frozenset[str]:
        """The stems of the heading under which the unit stands; none without one."""
        heading = self._units[position].unit.heading
        if heading is None:
            return frozenset()
        stems = self._headings.get(heading)
        if stems is None:
            stems = self._headings[heading] = frozenset(word.stem for word in words_of(heading, self._language))
        return stems

    def meant(self, position: int) -> frozenset[str]:
        """Stems of the name that the unit's opening word stands for."""
        referent = self._referents[position]
        return frozenset(word.stem for word in words_of(referent.means)) if referent else frozenset()

    def _announced(self, position: int) -> frozenset[str]:
        """Stems of the sentence that announces the list in which the unit stands: "The money goes to:"."""
        before = position
        while before >= 0 and self._units[before].unit.kind in _LISTED:
            before -= 1
        in_list = before != position
        announced = in_list and before >= 0 and self._units[before].unit.text.rstrip().endswith(":")
        return self._units[before].distinct if announced else frozenset()
