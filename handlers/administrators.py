"""Who may decide for a chat."""

from telegram import Bot, ChatMember
from telegram.error import BadRequest, Forbidden

from handlers.incoming import PlaceKind, Sender

DECIDING = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)
ANONYMOUS = 1087968824  # the account that administrators write as when they hide who they are


class Administrators:
    """Asks Telegram; in private everybody decides for themselves."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def may(self, sender: Sender) -> bool:
        """Whether the sender may change what concerns the whole chat."""
        if sender.place.kind is PlaceKind.PRIVATE or sender.person in (ANONYMOUS, sender.place.chat):
            return True
        try:
            member = await self._bot.get_chat_member(sender.place.chat, sender.person)
        except (BadRequest, Forbidden):
            return False
        return member.status in DECIDING
