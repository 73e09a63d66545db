"""sendMessage, sendPhoto, copyMessage, forwardMessage and sendChatAction."""

from bot.sandbox.files import photo_sizes
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.methods.permissions import check_can_send, checked_topic, named_chat
from bot.sandbox.parameters import JsonObject, Parameters
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.texts import FormattedText, message_caption, message_text
from bot.sandbox.world import Chat

CONTENT = ("text", "entities", "photo", "caption", "caption_entities", "sticker", "voice", "document")
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """A text message."""
    formatted = message_text(parameters)
    return _send(sandbox, parameters, _text_content(formatted))


def send_photo(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """A picture: uploaded, or by its file_id. Web addresses are refused: the stand-in opens no connections."""
    caption = message_caption(parameters)
    reference = parameters.text("photo")
    upload = parameters.files.get(reference.removeprefix("attach://") if reference else "photo")
    if upload is not None:
        file = sandbox.files.keep(upload)
    elif reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    elif reference:
        file = sandbox.files.known(reference)
    else:
        raise bad_request("there is no photo in the request")
    content: JsonObject = {"photo": photo_sizes(file)}
    if caption.text:
        content |= {"caption": caption.text}
        if caption.entities:
            content |= {"caption_entities": caption.entities}
    return _send(sandbox, parameters, content)


def copy_message(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """The content of a message again, without saying where it is from; gives only the new id."""
    content = {name: value for name, value in _origin(sandbox, parameters).items() if name in CONTENT}
    return {"message_id": _send(sandbox, parameters, content)["message_id"]}


def forward_message(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """A message again, with where it is from."""
    origin = _origin(sandbox, parameters)
    content = {name: value for name, value in origin.items() if name in CONTENT}
    if "sender_chat" in origin:
        source: JsonObject = {
            "type": "channel",
            "chat": origin["sender_chat"],
            "message_id": origin["message_id"],
            "date": origin["date"],
        }
    else:
        source = {"type": "user", "sender_user": origin["from"], "date": origin["date"]}
    return _send(sandbox, parameters, {**content, "forward_origin": source})


def send_chat_action(sandbox: Sandbox, parameters: Parameters) -> bool:
    """ "typing…" and its kin, shown by clients for five seconds."""
    chat = named_chat(sandbox, parameters)
    check_can_send(sandbox, chat)
    if parameters.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    sandbox.events.tell("typing", chat=chat.chat_id, action=parameters.text("action"))
    return True


def _text_content(formatted: FormattedText) -> JsonObject:
    content: JsonObject = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = formatted.entities
    return content


def _origin(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    source = sandbox.world.chat(parameters.text("from_chat_id"))
    message_id = parameters.integer("message_id")
    return sandbox.world.message(source, message_id, bad_request("message to copy not found"))


def _send(sandbox: Sandbox, parameters: Parameters, content: JsonObject) -> JsonObject:
    """Checks the place, counts the send and writes the message; `content` is what is in it."""
    markup = reply_markup(parameters)
    chat = named_chat(sandbox, parameters)
    check_can_send(sandbox, chat)
    topic_id = checked_topic(chat, parameters)
    replied = _replied_message(chat, parameters)
    sandbox.flood.count(chat.chat_id, is_private=chat.kind == "private")
    body: JsonObject = {
        "message_id": sandbox.world.next_message_id(chat),
        "from": sandbox.world.bot.as_json(),
        "chat": chat.as_json(),
        "date": sandbox.world.now(),
        **content,
    }
    if chat.kind == "channel":
        body["sender_chat"] = body["chat"]
        del body["from"]
    if topic_id is not None:
        body |= {"message_thread_id": topic_id, "is_topic_message": True}
    if replied is not None:
        body["reply_to_message"] = {name: value for name, value in replied.items() if name != "reply_to_message"}
    if markup is not None:
        body["reply_markup"] = markup
    chat.messages[body["message_id"]] = body
    sandbox.tell_message("message", chat, body["message_id"])
    return shown(body)


def shown(body: JsonObject) -> JsonObject:
    """A message as the API gives it: keyboards under the composer are not part of it."""
    markup = body.get("reply_markup")
    if markup is None or "inline_keyboard" in markup:
        return body
    return {name: value for name, value in body.items() if name != "reply_markup"}


def _replied_message(chat: Chat, parameters: Parameters) -> JsonObject | None:
    reply = parameters.json_object("reply_parameters") or {}
    message_id = int(reply.get("message_id") or parameters.integer("reply_to_message_id"))
    if message_id == 0:
        return None
    replied = chat.messages.get(message_id)
    if replied is None:
        if reply.get("allow_sending_without_reply") or parameters.flag("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    quotation = reply.get("quote")
    if quotation and quotation not in (replied.get("text") or replied.get("caption") or ""):
        raise bad_request("QUOTE_TEXT_INVALID")
    return replied
