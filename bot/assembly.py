"""Puts the running bot together: every part gets what it needs here and nowhere else."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram.ext import Application, ApplicationBuilder

from bot.receiving.updates import UpdateQueue
from bot.sending.alerting import Alerting, assemble_alerts
from bot.sending.http_client import HttpClient, PollingClient
from bot.sending.limiter import Limiter
from bot.settings import Settings
from bot.watching.measured import MeasuredAnswerer, MeasuredRequest, MeasuredUpdates
from bot.watching.metrics import Metrics
from handlers.bookmarks import Bookmarks
from handlers.browsing import Browsing
from handlers.choices import Choices
from handlers.courtesies import Courtesies
from handlers.explaining import Explaining
from handlers.failures import Failures
from handlers.feedback import Feedback
from handlers.groups import Groups
from handlers.inline import Inline
from handlers.interface import Interface
from handlers.letters import Letters
from handlers.outgoing import Outgoing
from handlers.paging import Paging
from handlers.presses import Presses
from handlers.questions import Questions
from handlers.routes import Handlers, routes
from handlers.settings import Settings as ReaderSettings
from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing.library import Library
from knowledge.browsing.as_you_type import AsYouType
from knowledge.browsing.shelf import Shelf
from knowledge.store.conversations import ConversationStore
from knowledge.store.database import Database
from knowledge.store.excerpts import Excerpts
from knowledge.store.feedback import FeedbackStore
from knowledge.store.halts import HaltStore
from knowledge.store.readers import ReaderStore
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore
from knowledge.store.subscriptions import SubscriptionStore
from knowledge.store.typing_ahead import TypingAhead
from knowledge.store.updates import UpdateStore

BotApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Assembled:
    """The bot, ready to start."""

    application: BotApplication
    updates: UpdateQueue
    limiter: Limiter
    metrics: Metrics
    alerting: Alerting
    answerer: Answerer


def assemble(settings: Settings, database: Database, metrics: Metrics) -> Assembled:
    """The bot over `database`; nothing is sent or opened yet. `settings.token` must be set."""
    updates = UpdateQueue(UpdateStore(database), now)
    limiter = Limiter(settings.alerts_per_second, HaltStore(database))
    application = build_application(settings, updates, limiter, metrics)
    answerer = MeasuredAnswerer(Library(StoryStore(database), UnitSearch(database)), metrics)
    alerting = add_routes(application, answerer, settings, database, limiter, metrics)
    return Assembled(application, updates, limiter, metrics, alerting, answerer)


def build_application(settings: Settings, updates: UpdateQueue, limiter: Limiter, metrics: Metrics) -> BotApplication:
    """The library's application over our queue, our HTTP client and our limiter."""
    assert settings.token is not None
    return (
        ApplicationBuilder()
        .token(settings.token.get_secret_value())
        .base_url(settings.api_url)
        .base_file_url(settings.api_file_url)
        .request(MeasuredRequest(HttpClient(), metrics))
        .get_updates_request(MeasuredRequest(PollingClient(updates.keep), metrics))
        .update_queue(updates)
        .concurrent_updates(MeasuredUpdates(updates, metrics))
        .rate_limiter(limiter)
        .job_queue(None)
        .build()
    )


def add_routes(
    application: BotApplication,
    answerer: Answerer,
    settings: Settings,
    database: Database,
    limiter: Limiter,
    metrics: Metrics,
) -> Alerting:
    """Makes the handlers and gives the application their routes; returns the alerts' side, which runs by itself."""
    bot = application.bot
    conversations, readers = ConversationStore(database), ReaderStore(database)
    shelf = Shelf(StoryStore(database), Excerpts(database))
    outgoing, interface = Outgoing(bot), Interface(readers)
    bookmarks = Bookmarks(shelf, conversations, now)
    choices = Choices(answerer, shelf, conversations, interface, outgoing, now)
    browsing = Browsing(shelf, bookmarks, interface, choices, outgoing)
    paging = Paging(shelf, bookmarks, interface, outgoing)
    courtesies = Courtesies(conversations, interface, outgoing)
    feedback = Feedback(FeedbackStore(database), conversations, readers, interface, outgoing, settings.admins, now)
    questions = Questions(answerer, conversations, readers, outgoing, now)
    reader_settings = ReaderSettings(readers, SubscriptionStore(database), bookmarks, interface, outgoing)

    alerting = assemble_alerts(settings, database, bot, limiter, interface, outgoing, metrics.alert)
    on_alerts, on_desk = alerting.subscriptions.press, alerting.desk.press
    presses = Presses(browsing, paging, choices, feedback, reader_settings, interface, on_alerts, on_desk, outgoing)
    handlers = Handlers(
        browsing=browsing,
        courtesies=courtesies,
        explaining=Explaining(answerer, interface, outgoing, settings.admins),
        feedback=feedback,
        groups=Groups(bot, answerer, conversations, outgoing, settings.channel, settings.admins),
        inline=Inline(bot, answerer, AsYouType(TypingAhead(database), shelf), shelf),
        letters=Letters(questions, feedback, courtesies, interface, outgoing),
        paging=paging,
        presses=presses,
        settings=reader_settings,
    )
    application.add_handlers(alerting.first, group=-1)
    application.add_handlers(routes(bot, handlers, more=alerting.routes))
    application.add_error_handler(Failures(bot, interface, outgoing).on_error)
    application.add_error_handler(metrics.on_error)
    return alerting


def now() -> datetime:
    """The clock of the running bot."""
    return datetime.now(UTC)
