"""Posts of the channel, new and edited, as items with their formatting."""

from collections.abc import Callable, Iterator
from datetime import datetime

from telegram import Message, MessageEntity, Update
from telegram.ext import ContextTypes

from knowledge.alerts.identity import keys_of, post_key
from knowledge.alerts.publishing import Arrival, Publisher
from knowledge.model.alert import Formatted, Mark
from knowledge.stories.channel_post import Posted, story_of_post

TELEGRAM_LINKS = ("https://t.me/", "http://t.me/", "https://telegram.me/", "tg://")


class ChannelPosts:
    """Publishes what the channel posts. `channel` is its id or @handle; `wake` tells the delivery."""

    def __init__(
        self, publisher: Publisher, channel: str | None, wake: Callable[[], None], clock: Callable[[], datetime]
    ) -> None:
        self._publisher = publisher
        self._channel = channel.casefold() if channel else None
        self._wake = wake
        self._clock = clock

    async def on_post(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A new or edited post; one without words (a sticker, the rest of an album) is none of ours."""
        post = update.channel_post or update.edited_channel_post
        if post is None or not self._is_ours(post) or (arrival := arrival_of(post)) is None:
            return
        await self._publisher.publish(arrival, self._clock())
        self._wake()

    def _is_ours(self, post: Message) -> bool:
        names = {str(post.chat.id), f"@{post.chat.username}".casefold()}
        return self._channel is not None and self._channel in names


def arrival_of(post: Message) -> Arrival | None:
    """A post as an item; None where it has no words."""
    text = post.text or post.caption or ""
    formatted = Formatted(text, tuple(marks_of(text, post.entities or post.caption_entities)))
    handle = f"@{post.chat.username}" if post.chat.username else None
    posted = Posted(
        title=post.chat.title,
        handle=handle,
        url=post.link,
        at=post.date,
        photo=post.photo[-1].file_id if post.photo else None,
    )
    story = story_of_post(text, posted)
    if story is None:
        return None
    keys = keys_of(
        story, post_key(post.chat.id, post.message_id), slug_is_sure=False, links=tuple(links_in(formatted, text, post))
    )
    return Arrival(story, keys, "channel", post=formatted, photo=posted.photo)


def links_in(formatted: Formatted, text: str, post: Message) -> Iterator[str]:
    """Addresses outside of Telegram that the post leads to, if there is only one: that is the item's own page."""
    urls = {mark.url for mark in formatted.marks if mark.url}
    entities = post.entities or post.caption_entities
    urls.update(words_of(text, entity) for entity in entities if entity.type == MessageEntity.URL)
    outside = [url for url in urls if not url.startswith(TELEGRAM_LINKS)]
    if len(outside) == 1:
        yield outside[0]


def marks_of(text: str, entities: tuple[MessageEntity, ...]) -> Iterator[Mark]:
    """Telegram's entities, which count UTF-16 units, as marks, which count characters."""
    for entity in entities:
        start = characters(text, entity.offset)
        length = len(words_of(text, entity))
        yield Mark(str(entity.type), start, length, entity.url)


def words_of(text: str, entity: MessageEntity) -> str:
    """The words that an entity covers."""
    units = text.encode("utf-16-le")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "ignore")


def characters(text: str, units: int) -> int:
    """How many characters the first `units` UTF-16 units are."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
