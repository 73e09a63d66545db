"""Inline mode: cards as one types, in any chat."""

import pytest

from bot.sandbox.remote.connection import JsonObject
from tests.bot.conversation.chatting import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def typed(chat: Chat, text: str) -> JsonObject:
    return await chat.telegram.wait_for_answer(await chat.telegram.type_inline(chat.person, text))


@pytest.mark.parametrize("beginning", ["ten", "tenc", "byted", "Sing", "distil"])
async def test_the_beginning_of_a_word_is_enough(english: Chat, beginning: str) -> None:
    found = (await typed(english, beginning))["results"]
    assert 1 <= len(found) <= 10
    assert all(beginning.lower() in f"{card['title']} {text_of(card)}".lower() for card in found[:1])


async def test_a_card_is_a_finished_post_with_its_source_and_a_way_to_the_passage(english: Chat) -> None:
    card = (await typed(english, "tencent"))["results"][0]
    assert "Tencent" in text_of(card)
    assert "Bloomberg → Artificialintelligence-news → «AI»" in text_of(card)
    assert "?start=" in card["reply_markup"]["inline_keyboard"][0][0]["url"]


async def test_a_whole_question_puts_its_answer_first(reader: Chat) -> None:
    question = reader.worded("Who is Microsoft's largest AI customer?", "Хто найбільший ШІ-клієнт Microsoft?")
    card = (await typed(reader, question))["results"][0]
    assert "ByteDance" in card["description"]


async def test_ids_stay_the_same_and_answers_are_shared_where_the_words_tell_the_language(
    english: Chat, ukrainian: Chat
) -> None:
    first, second = await typed(english, "хто купує"), await typed(ukrainian, "хто купує")
    assert [card["id"] for card in first["results"]] == [card["id"] for card in second["results"]]
    assert len({card["id"] for card in first["results"]}) == len(first["results"]) > 0
    assert not first["is_personal"]
    assert first["cache_seconds"] >= 60
    assert (await typed(english, ""))["is_personal"]


async def test_a_chosen_card_is_taken_by_telegram(reader: Chat) -> None:
    query = await reader.telegram.type_inline(reader.person, "tencent")
    results = (await reader.telegram.wait_for_answer(query))["results"]
    for card in results:
        message = await reader.telegram.choose_inline(query, card["id"], reader.chat)
        assert message["text"]


async def test_nothing_typed_shows_what_the_story_answers(reader: Chat) -> None:
    assert len((await typed(reader, ""))["results"]) == 10


async def test_nothing_found_leads_into_the_private_chat(reader: Chat) -> None:
    answer = await typed(reader, reader.worded("xylophone", "ксилофон"))
    assert answer["results"] == []
    assert answer["button"]["text"] == reader.texts("inline-nothing")
    assert answer["button"]["start_parameter"] == "ask"


@pytest.mark.parametrize("text", ['"', "AND", "NEAR(", "*", "a b c d e f g h i j k l", "x" * 256, "' OR 1=1", "😀"])
async def test_anything_can_be_typed(english: Chat, text: str) -> None:
    assert len((await typed(english, text))["results"]) <= 10


def text_of(card: JsonObject) -> str:
    return str(card["input_message_content"]["message_text"])
