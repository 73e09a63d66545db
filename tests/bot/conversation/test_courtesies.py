"""What is no question gets a kind word, and never the same one twice in a row."""

import pytest

from bot.sandbox.remote.connection import JsonObject
from tests.bot.conversation.chatting import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def sent(chat: Chat, media: str, caption: str = "") -> JsonObject:
    """Sends something other than text, and returns what the bot says to it."""
    message = await chat.telegram.say(chat.person, caption, chat=chat.chat, media=media)
    (answer,) = await chat.telegram.wait_for_messages(chat.chat, after=message)
    return answer


@pytest.mark.parametrize("media", ["photo", "voice", "sticker", "document", "location"])
async def test_a_message_without_words_gets_a_kind_word(reader: Chat, media: str) -> None:
    assert (await sent(reader, media))["text"] == reader.texts(f"courtesy-{media}", again=0)
    assert (await sent(reader, media))["text"] == reader.texts(f"courtesy-{media}", again=1)
    assert (await sent(reader, media))["text"] == reader.texts(f"courtesy-{media}", again=0)


async def test_a_question_under_a_photo_is_answered(english: Chat) -> None:
    assert "Bloomberg" in (await sent(english, "photo", "Who reported this story?"))["text"]


async def test_thanks_and_greetings_are_answered_in_kind(reader: Chat) -> None:
    for typed, intent in (
        (("hi", "привіт"), "greeting"),
        (("thank you", "дякую"), "thanks"),
        (("bye", "бувай"), "goodbye"),
    ):
        assert await reader.say(reader.worded(*typed)) == reader.texts(f"smalltalk-{intent}", again=0)


async def test_four_kinds_of_failing_have_four_texts(english: Chat) -> None:
    not_in_the_story = await english.say("Does Alibaba buy models?")
    not_about_the_stories = await english.say("How do I bake sourdough bread?")
    not_understood = await english.say("...")
    assert "Alibaba" in not_in_the_story
    assert not_about_the_stories.startswith(english.texts("refusal-off-topic", again=0))
    assert not_understood.startswith(english.texts("refusal-empty", again=0))
    assert english.texts("failure-broke") not in (not_in_the_story, not_about_the_stories, not_understood)
