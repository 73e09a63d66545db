"""Whom a quotation's opening word means: "The company", "it", "this"; said in a note beside the quotation."""

import re

from knowledge.answering.indexed_units import IndexedUnit
from knowledge.model.answer import Referent
from knowledge.model.story import Story, UnitKind

_COMPANY = re.compile(
    r"^(?:(?:But|And|Still|However|Meanwhile|Yet|Also|Currently|At present),? )?"
    r"(?P<words>(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?:\w+ ){0,2}?(?:company|firm|corporation|giant|startup|start-up|maker|group|vendor|customer|developer|"
    r"bank|agency|ministry|plant|factory|carmaker|retailer|operator|lab|publisher|studio|manufacturer))\b"
    r"|(?:Сама |Ця |Цей )?(?:[Кк]омпанія|[Фф]ірма|[Кк]орпорація|[Гг]рупа|[Сс]тартап|[Гг]ігант|[Рр]озробник|[Вв]иробник)(?= )"
    r"|(?:Сама |Эта |Этот )?(?:[Кк]омпания|[Фф]ирма|[Кк]орпорация|[Гг]руппа|[Сс]тартап|[Гг]игант|[Рр]азработчик|[Пп]роизводитель)(?= ))"
)
_PRONOUN = re.compile(
    r"^(?:(?:But|And|Still|However|Meanwhile|Yet|Also|Але|Однак|Проте|Но|Однако),? )?"
    r"(?P<words>(?:It|They|He|She|Its|Their|His|Her|Вона|Він|Вони|Воно|Її|Його|Їхн\w+|Она|Он|Они|Ее|Его|Их)(?= ))"
)
_NAME = r"[A-ZА-ЯІЇЄҐ][\w’'&-]*(?: (?:of|de|van|von|the) (?=[A-ZА-ЯІЇЄҐ])| ?(?:[A-ZА-ЯІЇЄҐ0-9][\w’'&-]*))*"
_SUBJECT = re.compile(rf"^(?:[Tt]he )?(?P<name>{_NAME})")
_NOT_NAMES = frozenset(
    """The A An In On At By For From With While When After Before Because Since As If Although Though However Meanwhile But And Still
    Yet Also According During Under To Of Other Most Many Some All Both Each Internal This That These Those It They He She We I You
    Its Their His Her There Here Neither Either No Not Only Under Last Next Three Two One At Critics Analysts Experts Officials
    У В На З За Із До Від Для Про Під Над При По Через Якщо Коли Де Хто Що Як Тому Також Однак Проте Але Він Вона Воно Вони Це Ця Цей
    Ці Той Та Те Ті Інші Деякі Усі Всі Поки Після Перед Компанія Группа Компания В На С Из По Для При Когда Если Но Это Эта Этот Он
    Она Они""".split()
)
_POSSESSIVE = re.compile(r"['’]s$|['’]$")


def referents_of(units: tuple[IndexedUnit, ...], story: Story) -> tuple[Referent | None, ...]:
    """For each unit a note on its opening word, or None where it has no such word or nothing tells whom it means."""
    return tuple(_referent(units, position, story) for position in range(len(units)))


def opens_with_referent(text: str) -> bool:
    """Whether a sentence begins with a word that points back to one before it."""
    return _COMPANY.match(text) is not None or _PRONOUN.match(text) is not None


def _referent(units: tuple[IndexedUnit, ...], position: int, story: Story) -> Referent | None:
    unit = units[position].unit
    if unit.kind not in (UnitKind.SENTENCE, UnitKind.LEAD):
        return None
    match = _COMPANY.match(unit.text) or _PRONOUN.match(unit.text)
    if match is None:
        return None
    means = _subject_before(units, position, story, match.re is _COMPANY)
    return Referent(match.group("words"), means) if means else None


def _subject_before(units: tuple[IndexedUnit, ...], position: int, story: Story, of_company: bool) -> str | None:
    """The name that the nearest earlier sentence of the paragraph opens with, through chains of such words."""
    previous = units[position].previous
    while previous is not None:
        text = units[previous].unit.text
        if not opens_with_referent(text):
            return _subject(text, story, of_company)
        previous = units[previous].previous
    return None


def _subject(text: str, story: Story, of_company: bool) -> str | None:
    match = _SUBJECT.match(text)
    if match is None:
        return None
    name = _POSSESSIVE.sub("", match.group("name"))
    if name.split()[0] in _NOT_NAMES:
        return None
    kinds = {known.kind for known in story.names if known.name == name or name in known.aliases}
    if of_company and kinds and not kinds & {"company", "outlet", None}:
        return None
    return name
