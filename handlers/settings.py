"""What a reader decides about the bot and their own data: /help, /language, /new, /privacy, /forgetme."""

from handlers.bookmarks import Bookmarks
from handlers.buttons import Forget, SetLanguage, pack
from handlers.incoming import Letter, Press
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.rendering.reply import Tap, said
from handlers.rendering.texts import interface_language, texts_in
from knowledge.store.conversations import KEPT_DAYS
from knowledge.store.readers import ReaderStore
from knowledge.store.subscriptions import SubscriptionStore


class Settings:
    """Keeps what readers decide."""

    def __init__(
        self,
        readers: ReaderStore,
        subscriptions: SubscriptionStore,
        bookmarks: Bookmarks,
        interface: Interface,
        outgoing: Outgoing,
    ) -> None:
        self._readers = readers
        self._subscriptions = subscriptions
        self._bookmarks = bookmarks
        self._interface = interface
        self._outgoing = outgoing

    async def help(self, letter: Letter) -> None:
        """What the bot can do."""
        texts = await self._interface.texts(letter)
        await self._outgoing.say(letter, texts.html("help", handle=f"@{self._outgoing.handle}"))

    async def language(self, letter: Letter) -> None:
        """Offers the interface languages."""
        texts = await self._interface.texts(letter)
        choices = (SetLanguage("en"), SetLanguage("uk"), SetLanguage("auto"))
        rows = [(Tap(texts(f"language-{choice.language}"), pack(choice)),) for choice in choices]
        await self._outgoing.send(letter.place, said(texts.html("language-which"), *rows))

    async def set_language(self, press: Press, action: SetLanguage) -> None:
        """Fixes the interface language, for the words around alerts too, or goes back to Telegram's."""
        fixed = None if action.language == "auto" else action.language
        await self._readers.fix_language(press.person, fixed)
        texts = texts_in(fixed or interface_language(press.language_code))
        await self._subscriptions.speak(press.person, texts.language)
        await self._outgoing.acknowledge(press.query)
        done = texts.html("language-automatic") if fixed is None else texts.html("language-fixed")
        await self._outgoing.edit(press.place, (press.message,), said(done))

    async def new(self, letter: Letter) -> None:
        """Clears the context."""
        texts = await self._interface.texts(letter)
        await self._bookmarks.close(letter)
        await self._outgoing.say(letter, texts.html("new-done"))

    async def privacy(self, letter: Letter) -> None:
        """What is kept, for how long, and how to have it deleted."""
        texts = await self._interface.texts(letter)
        await self._outgoing.say(letter, texts.html("privacy", days=KEPT_DAYS))

    async def ask_to_forget(self, letter: Letter) -> None:
        """Asks once more before everything goes."""
        texts = await self._interface.texts(letter)
        yes, no = Tap(texts("forget-yes"), pack(Forget("yes"))), Tap(texts("forget-no"), pack(Forget("no")))
        await self._outgoing.send(letter.place, said(texts.html("forget-sure"), (yes, no)))

    async def forget(self, press: Press, action: Forget) -> None:
        """Deletes every row of the person's, or nothing."""
        texts = await self._interface.texts(press)
        await self._outgoing.acknowledge(press.query)
        if action.sure == "yes":
            await self._readers.forget(press.person)
            done = texts.html("forget-done")
        else:
            done = texts.html("forget-kept")
        await self._outgoing.edit(press.place, (press.message,), said(done))
