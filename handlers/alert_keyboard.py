"""The buttons under an alert: two questions that it answers, and how to get fewer."""

from handlers.buttons import Alerts, OpenStory, pack
from handlers.keyboards import chips
from handlers.rendering.reply import Rows, Tap
from handlers.rendering.texts import Texts
from knowledge.browsing.shelf import reference_of
from knowledge.model.alert import Notice


def alert_rows(notice: Notice, texts: Texts) -> Rows:
    """Under one alert."""
    ask = Tap(texts("alert-ask"), pack(OpenStory(reference_of(notice.card.slug))))
    return (*(() if notice.withdrawn else chips(notice.questions)), (ask, *fewer_row(texts)))


def fewer_row(texts: Texts) -> tuple[Tap, ...]:
    """Also under a digest and a confirmation: the choices, and the end of it in one tap."""
    return (Tap(texts("alert-fewer"), pack(Alerts("fewer"))), Tap(texts("alert-stop"), pack(Alerts("stop"))))
