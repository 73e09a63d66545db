"""People write, edit and delete messages; editors post to channels."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.acts.membership import let_in
from bot.sandbox.entities import cleaned, finished, found_entities
from bot.sandbox.files import photo_sizes
from bot.sandbox.html_text import parse_html
from bot.sandbox.methods.permissions import ADMINISTRATORS
from bot.sandbox.parameters import JsonObject, UploadedFile
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import Chat

OUTSIDE = frozenset({"left", "kicked"})
ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f6173855"
    "0000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person is about to send. With `html` the text is Telegram's HTML; `media` is a kind without content."""

    text: str = ""
    html: bool = False
    media: str | None = None
    photo: UploadedFile | None = None
    reply_to: int | None = None
    topic: int | None = None
    extra: JsonObject = field(default_factory=dict)


def say(sandbox: Sandbox, user_id: int, chat: Chat, draft: Draft) -> JsonObject:
    """A person writes in their private chat or a group; returns the message."""
    if chat.kind == "private":
        let_in(sandbox, chat)
    else:
        chat.members.setdefault(user_id, "member")
    body: JsonObject = {
        "message_id": sandbox.world.next_message_id(chat),
        "from": sandbox.world.user(user_id).as_json(),
        "chat": chat.as_json(),
        "date": sandbox.world.now(),
        **_content(sandbox, draft),
        **draft.extra,
    }
    _place(chat, body, draft)
    return keep(sandbox, chat, body, "message")


def post(sandbox: Sandbox, chat: Chat, draft: Draft) -> JsonObject:
    """An editor posts to the channel; returns the post."""
    return keep(sandbox, chat, _post(sandbox, chat, draft), "channel_post")


def post_unseen(sandbox: Sandbox, chat: Chat, draft: Draft) -> None:
    """A post that the bot gets no update of, because it has the item by another way."""
    body = _post(sandbox, chat, draft)
    chat.messages[body["message_id"]] = body
    sandbox.tell_message("message", chat, body["message_id"])


def _post(sandbox: Sandbox, chat: Chat, draft: Draft) -> JsonObject:
    if chat.kind != "channel":
        raise bad_request("only channels have posts")
    body: JsonObject = {
        "message_id": sandbox.world.next_message_id(chat),
        "sender_chat": chat.as_json(),
        "chat": chat.as_json(),
        "date": sandbox.world.now(),
        **_content(sandbox, draft),
    }
    _place(chat, body, draft)
    return body


def edit(sandbox: Sandbox, chat: Chat, message_id: int, draft: Draft) -> JsonObject:
    """The writer changes a message or a post; returns it as it stands then."""
    old = sandbox.world.message(chat, message_id, bad_request("message to edit not found"))
    new = _content(sandbox, draft)
    if "photo" in old and "photo" not in new:
        new = {"caption": new.get("text", ""), "caption_entities": new.get("entities", [])}
    dropped = {"text", "entities", "caption", "caption_entities"}
    body = {name: value for name, value in old.items() if name not in dropped}
    body |= {name: value for name, value in new.items() if value}
    body["edit_date"] = sandbox.world.now()
    chat.messages[message_id] = body
    sandbox.tell_message("edited", chat, message_id)
    if bot_sees(sandbox, chat, body):
        sandbox.add_update("edited_channel_post" if chat.kind == "channel" else "edited_message", body)
    return body


def delete(sandbox: Sandbox, chat: Chat, message_id: int) -> None:
    """The writer deletes a message; Telegram tells the bot nothing of that."""
    sandbox.world.message(chat, message_id, bad_request("message to delete not found"))
    del chat.messages[message_id]
    sandbox.tell_message("deleted", chat, message_id)


def keep(sandbox: Sandbox, chat: Chat, body: JsonObject, kind: str) -> JsonObject:
    """Puts a message in its chat and, where the bot may see it, in the bot's queue."""
    chat.messages[body["message_id"]] = body
    sandbox.tell_message("message", chat, body["message_id"])
    if bot_sees(sandbox, chat, body):
        sandbox.add_update(kind, body)
    elif chat.kind != "private" and chat.kind != "channel" and _mentions(sandbox, body) and _is_outside(sandbox, chat):
        _ask_guest(sandbox, chat, body)
    return body


def bot_sees(sandbox: Sandbox, chat: Chat, body: JsonObject) -> bool:
    """Telegram's privacy mode: in groups a bot sees commands, replies and mentions, and what was sent through it."""
    bot = sandbox.world.bot
    if chat.kind == "private":
        return not chat.blocked
    status = chat.members.get(bot.user_id, "left")
    if chat.kind == "channel" or status in OUTSIDE:
        return status in ADMINISTRATORS
    if not sandbox.world.privacy_mode or status in ADMINISTRATORS or "via_bot" in body:
        return True
    if "text" not in body and "caption" not in body:
        return not any(kind in body for kind in ("photo", "sticker", "voice", "document")) or _replies(sandbox, body)
    return _commands(sandbox, body) or _mentions(sandbox, body) or _replies(sandbox, body)


def _replies(sandbox: Sandbox, body: JsonObject) -> bool:
    replied = body.get("reply_to_message", {})
    return bool(replied.get("from", {}).get("id") == sandbox.world.bot.user_id)


def _pieces(body: JsonObject, kind: str) -> list[str]:
    text = str(body.get("text") or body.get("caption") or "")
    entities: list[dict[str, Any]] = body.get("entities") or body.get("caption_entities") or []
    raw = text.encode("utf-16-le", "surrogatepass")
    return [
        raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le", "replace")
        for entity in entities
        if entity["type"] == kind
    ]


def _mentions(sandbox: Sandbox, body: JsonObject) -> bool:
    name = f"@{sandbox.world.bot.username}".lower()
    return any(piece.lower() == name for piece in _pieces(body, "mention"))


def _commands(sandbox: Sandbox, body: JsonObject) -> bool:
    name = (sandbox.world.bot.username or "").lower()
    return any(piece.lower().partition("@")[2] in {"", name} for piece in _pieces(body, "bot_command"))


def _is_outside(sandbox: Sandbox, chat: Chat) -> bool:
    return chat.members.get(sandbox.world.bot.user_id, "left") in OUTSIDE


def _ask_guest(sandbox: Sandbox, chat: Chat, body: JsonObject) -> None:
    query = sandbox.queries.ask("guest", body["from"]["id"], str(body.get("text", "")), chat.chat_id)
    sandbox.add_update("guest_message", body | {"guest_query_id": query.query_id})


def _place(chat: Chat, body: JsonObject, draft: Draft) -> None:
    if draft.topic is not None:
        body |= {"message_thread_id": draft.topic, "is_topic_message": True}
    if draft.reply_to is not None:
        if draft.reply_to not in chat.messages:
            raise bad_request("message to be replied not found")
        replied = chat.messages[draft.reply_to]
        body["reply_to_message"] = {name: value for name, value in replied.items() if name != "reply_to_message"}


def _content(sandbox: Sandbox, draft: Draft) -> JsonObject:
    if draft.html:
        text, entities = finished(*parse_html(cleaned(draft.text)))
    else:
        text = cleaned(draft.text).strip()
        entities = found_entities(text)
    media = _media(sandbox, draft)
    names = ("caption", "caption_entities") if media else ("text", "entities")
    if text:
        media[names[0]] = text
        if entities:
            media[names[1]] = entities
    if not media:
        raise bad_request("message text is empty")
    return media


def _media(sandbox: Sandbox, draft: Draft) -> JsonObject:
    if draft.photo is not None or draft.media == "photo":
        return {"photo": photo_sizes(sandbox.files.keep(draft.photo or UploadedFile("picture.png", ONE_PIXEL)))}
    if draft.media is None:
        return {}
    file = sandbox.files.keep(UploadedFile("media.bin", draft.media.encode()), draft.media)
    body: JsonObject = {"file_id": file.file_id, "file_unique_id": file.unique_id}
    match draft.media:
        case "sticker":
            size = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            body |= size | {"emoji": "👍"}
        case "voice":
            body |= {"duration": 3, "mime_type": "audio/ogg"}
        case "document":
            body |= {"file_name": "document.txt", "mime_type": "text/plain"}
        case "location":
            return {"location": {"latitude": 50.45, "longitude": 30.52}}
        case _:
            raise bad_request(f"no media of the kind {draft.media}")
    return {draft.media: body}
