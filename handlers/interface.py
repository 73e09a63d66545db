"""Which language the bot's own words are in."""

from handlers.incoming import Sender
from handlers.rendering.texts import Texts, interface_language, texts_in
from knowledge.store.readers import ReaderStore


class Interface:
    """The texts for a person: in the language that they fixed, else in Telegram's."""

    def __init__(self, readers: ReaderStore) -> None:
        self._readers = readers

    async def texts(self, sender: Sender) -> Texts:
        """The texts for whoever wrote or tapped."""
        fixed = await self._readers.language(sender.person)
        return texts_in(fixed or interface_language(sender.language_code))
