"""The commands, and the menus that Telegram shows of them."""

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from handlers.rendering.texts import LANGUAGES, Texts, texts_in

PRIVATE_COMMANDS = (
    "start",
    "faq",
    "story",
    "stories",
    "name",
    "source",
    "subscribe",
    "alerts",
    "follow",
    "unsubscribe",
    "new",
    "language",
    "help",
    "privacy",
    "forgetme",
)
GROUP_COMMANDS = ("ask", "faq", "story", "source", "subscribe", "unsubscribe", "help")
UNLISTED_COMMANDS = ("quiet", "zone", "unfollow")
COMMANDS = tuple(dict.fromkeys((*PRIVATE_COMMANDS, *GROUP_COMMANDS, *UNLISTED_COMMANDS)))


async def set_menus(bot: Bot) -> None:
    """Gives Telegram the menus in each language; English for everybody else. Russian readers get the Ukrainian one."""
    scopes = ((BotCommandScopeAllPrivateChats(), PRIVATE_COMMANDS), (BotCommandScopeAllGroupChats(), GROUP_COMMANDS))
    for scope, names in scopes:
        await bot.set_my_commands(menu(names, texts_in("en")), scope=scope)
        for code in (*(language for language in LANGUAGES if language != "en"), "ru"):
            await bot.set_my_commands(menu(names, texts_in("uk")), scope=scope, language_code=code)


def menu(names: tuple[str, ...], texts: Texts) -> tuple[BotCommand, ...]:
    """The commands with their descriptions."""
    return tuple(BotCommand(name, texts(f"command-{name}")) for name in names)
