"""Whom a quotation's opening word means: "The company", "it", "this"; said in a note beside the quotation."""

import re

from knowledge.answering.story_index import StoryIndex
from knowledge.model.answer import Referent
from knowledge.model.story import UnitKind

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


def referent_of(index: StoryIndex, position: int) -> Referent | None:
    """A note for the unit at `position`, or None where it opens with no such word or nothing tells whom it means."""
    entry = index.units[position]
    if entry.unit.kind not in (UnitKind.SENTENCE, UnitKind.LEAD, UnitKind.FAQ):
        return None
    match = _COMPANY.match(entry.unit.text) or _PRONOUN.match(entry.unit.text)
    if match is None:
        return None
    means = _subject_before(index, position, match.re is _COMPANY)
    return Referent(match.group("words"), means) if means else None


def _subject_before(index: StoryIndex, position: int, of_company: bool) -> str | None:
    """The name that the nearest earlier sentence of the paragraph opens with, through chains of such words."""
    previous = index.units[position].previous
    while previous is not None:
        text = index.units[previous].unit.text
        if _COMPANY.match(text) or _PRONOUN.match(text):
            previous = index.units[previous].previous
            continue
        return _subject(text, index, of_company)
    return None


def _subject(text: str, index: StoryIndex, of_company: bool) -> str | None:
    match = _SUBJECT.match(text)
    if match is None:
        return None
    name = _POSSESSIVE.sub("", match.group("name"))
    if name.split()[0] in _NOT_NAMES:
        return None
    kinds = {known.kind for known in index.story.names if known.name == name or name in known.aliases}
    if of_company and kinds and not kinds & {"company", "outlet", None}:
        return None
    return name


def opens_with_referent(text: str) -> bool:
    """Whether a sentence begins with a word that points back to one before it."""
    return _COMPANY.match(text) is not None or _PRONOUN.match(text) is not None
