"""Groups, guest chats and channels: where the bot speaks only when asked, and where it does not stay."""

from telegram import Bot, ChatMember, Update
from telegram.ext import ContextTypes

from handlers.incoming import Letter, PlaceKind, place_of
from handlers.inline import article, notice
from handlers.outgoing import Outgoing
from handlers.rendering.answer import answer_html
from handlers.rendering.texts import interface_language, texts_in
from knowledge.answering.answerer import Answerer
from knowledge.model.answer import DirectAnswer, Question
from knowledge.store.conversations import ConversationStore


class Groups:
    """`channel` is the id or @handle of the channel whose posts are items; `editors` may put the bot anywhere."""

    def __init__(
        self,
        bot: Bot,
        answerer: Answerer,
        conversations: ConversationStore,
        outgoing: Outgoing,
        channel: str | None,
        editors: tuple[int, ...],
    ) -> None:
        self._bot = bot
        self._answerer = answerer
        self._conversations = conversations
        self._outgoing = outgoing
        self._channel = channel
        self._editors = editors

    async def on_membership(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Leaves a channel that is not its own."""
        change = update.my_chat_member
        if change is None or place_of(change.chat, None).kind is not PlaceKind.CHANNEL:
            return
        here = change.new_chat_member.status in (ChatMember.ADMINISTRATOR, ChatMember.MEMBER)
        names = {str(change.chat.id), f"@{change.chat.username}".casefold()}
        wanted = self._channel is not None and self._channel.casefold() in names
        if here and not wanted and change.from_user.id not in self._editors:
            await self._outgoing.leave(change.chat.id)

    async def on_migration(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Follows a group that became a supergroup."""
        message = update.effective_message
        if message is not None and message.migrate_to_chat_id is not None:
            await self._conversations.move_chat(message.chat.id, message.migrate_to_chat_id)

    async def as_guest(self, letter: Letter) -> None:
        """Answers one message in a chat that it is no member of; nothing of it is kept."""
        if letter.guest_query is None:
            return
        language = interface_language(letter.language_code)
        answer = await self._answerer.answer(Question(letter.text, language=language))
        texts = texts_in(answer.language)
        if isinstance(answer, DirectAnswer):
            card = article(answer, texts, self._outgoing.handle, None)
        else:
            card = notice(answer_html(answer, texts, short=True)[0], texts, self._outgoing.handle)
        await self._bot.answer_guest_query(letter.guest_query, card)
