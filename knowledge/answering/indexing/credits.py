"""The sentence in which the page's outlet says whom it follows: "According to X, citing an earlier report by Y, …"."""

import re
from collections.abc import Iterable

from knowledge.language.text import fold
from knowledge.model.story import Unit

_SEPARATORS = re.compile(r"[\W_]+")
_FOLLOWS = re.compile(
    r"\b(?:citing|quoting|referring|refers? to|with reference to|relying|relies on|originally"
    r"|earlier (?:report|interview)|first (?:reported|published|seen|obtained|described)|leaked"
    r"|learned (?:of|about) it (?:through|from)"
    r"|і?з посиланням|посилаючись|перш\w+ (?:про це )?(?:повідоми|написа|оприлюдн|показа)\w+"
    r"|со ссылкой|ссылаясь|перв\w+ (?:об этом )?(?:сообщи|написа|опубликова)\w+)",
    re.IGNORECASE,
)


def credit_in(units: Iterable[Unit], outlet: str | None) -> Unit | None:
    """The first unit in which `outlet`, as the page names it, follows another; None where there is none."""
    name = _plain(outlet or "")
    if not name:
        return None
    return next((unit for unit in units if name in _plain(unit.text) and _FOLLOWS.search(unit.text)), None)


def _plain(text: str) -> str:
    return _SEPARATORS.sub(" ", fold(text)).strip()
