"""The people and chats of the demo: two readers, a group, and the editor of a channel."""

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.seats import Seat

CHANNEL_TITLE = "AI"
CHANNEL_USERNAME = "proaiandevenmore"
EDITOR_ID = 900_001


def furnish(sandbox: Sandbox) -> None:
    """Puts them into an empty world, and gives the page its list of chats."""
    world = sandbox.world
    english = world.add_user("Alex", username="alex_reads", language="en")
    ukrainian = world.add_user("Оксана", username="oksana_reads", language="uk")
    editor = world.add_user("Editor", user_id=EDITOR_ID, username="the_editor", language="en")
    world.chats[editor.user_id].started = True  # the bot reports to its editors of its own accord
    group = world.add_chat("supergroup", "Newsroom friends")
    group.members |= {english.user_id: "creator", ukrainian.user_id: "member"}
    channel = world.add_chat("channel", CHANNEL_TITLE, username=CHANNEL_USERNAME, bot_status="administrator")
    channel.members |= {editor.user_id: "creator", english.user_id: "member", ukrainian.user_id: "member"}
    bot_name = world.bot.first_name
    sandbox.seats = (
        Seat(english.user_id, english.user_id, "reader", bot_name, "en"),
        Seat(ukrainian.user_id, ukrainian.user_id, "reader", bot_name, "uk"),
        Seat(group.chat_id, english.user_id, "group", group.title or "", "en"),
        Seat(channel.chat_id, editor.user_id, "editor", f"«{CHANNEL_TITLE}»", "en"),
        Seat(editor.user_id, editor.user_id, "desk", bot_name, "en"),
    )
