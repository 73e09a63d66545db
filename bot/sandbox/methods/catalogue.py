"""Every method that the stand-in knows, by its name in lower case."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.methods import answering, chats, editing, profile, receiving, sending
from bot.sandbox.parameters import Parameters
from bot.sandbox.sandbox import Sandbox

Method = Callable[[Sandbox, Parameters], Any]
PollingMethod = Callable[[Sandbox, Parameters], Awaitable[Any]]

WAITING_METHODS: Mapping[str, PollingMethod] = {"getupdates": receiving.get_updates}

METHODS: Mapping[str, Method] = {
    "getme": profile.get_me,
    "logout": profile.accept,
    "close": profile.accept,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "copymessage": sending.copy_message,
    "forwardmessage": sending.forward_message,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "pinchatmessage": editing.pin_chat_message,
    "unpinchatmessage": editing.unpin_chat_message,
    "answercallbackquery": answering.answer_callback_query,
    "answerinlinequery": answering.answer_inline_query,
    "answerguestquery": answering.answer_guest_query,
    "setmessagereaction": answering.set_message_reaction,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "getchatadministrators": chats.get_chat_administrators,
    "leavechat": chats.leave_chat,
    "getfile": chats.get_file,
    "createforumtopic": chats.create_forum_topic,
    "setmycommands": profile.set_my_commands,
    "getmycommands": profile.get_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setmyname": profile.set_my_name,
    "getmyname": profile.get_my_name,
    "setmydescription": profile.set_my_description,
    "getmydescription": profile.get_my_description,
    "setmyshortdescription": profile.set_my_short_description,
    "getmyshortdescription": profile.get_my_short_description,
    "setchatmenubutton": profile.accept,
    "setmydefaultadministratorrights": profile.accept,
}
