"""Looking around without typing questions: /start and its links, pages, parts, lists, names."""

import pytest

from handlers.keyboards import deep_link
from knowledge.browsing.shelf import reference_of
from tests.bot.conversation.chatting import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")

SLUG = "microsoft-becomes-primary-supplier-of-openai-models-to-china"


async def test_start_shows_the_story_and_five_questions_worth_asking(reader: Chat) -> None:
    text = await reader.say("/start")
    assert text.startswith(reader.texts("start-welcome"))
    assert "Bloomberg → Artificialintelligence-news → «AI»" in text
    assert len(reader.buttons) == 5
    question = reader.buttons[0]
    assert (await reader.press_for_message(question)).startswith(f"{question}\n")


async def test_a_link_opens_the_passage_that_it_names(reader: Chat) -> None:
    await reader.say("/faq")
    chip = reader.last["reply_markup"]["inline_keyboard"][0][0]
    _, reference, unit = chip["callback_data"].split(":")
    await reader.telegram.start(reader.person, f"{reference}-{unit}")
    shown = (await reader.telegram.wait_for_messages(reader.chat, after=reader.last["message_id"]))[0]
    assert shown["text"].startswith(chip["text"])


async def test_a_link_to_a_story_opens_it_and_a_link_to_nothing_shows_the_newest(english: Chat) -> None:
    for parameter in (reference_of(SLUG), "00000000-gone", "ask", "x" * 64):
        before = english.last.get("message_id", 0)
        await english.telegram.start(english.person, parameter)
        (english.last,) = await english.telegram.wait_for_messages(english.chat, after=before)
        assert "Microsoft becomes primary supplier" in english.text


async def test_questions_are_paged_in_one_message(reader: Chat) -> None:
    first = await reader.say("/faq")
    questions = set(reader.buttons)
    second = await reader.press_for_edit(reader.texts("page-next"))
    assert first != second
    assert reader.texts("page-previous") in reader.buttons
    assert not questions & set(reader.buttons[:5])
    assert await reader.press_for_edit(reader.texts("page-previous")) == first
    assert len(await reader.telegram.bot_messages(reader.chat)) == 1


async def test_the_story_is_read_part_by_part_to_its_end_and_back(reader: Chat) -> None:
    parts = [await reader.say("/story")]
    while reader.texts("page-next") in reader.buttons:
        parts.append(await reader.press_for_edit(reader.texts("page-next")))
    assert len(parts) == 4
    assert len(set(parts)) == 4
    assert any("Tencent: " in part for part in parts)
    assert await reader.press_for_edit(reader.texts("page-previous")) == parts[-2]
    await reader.press_for_edit(reader.texts("page-next"))
    await reader.press_for_edit(reader.texts("menu-faq"))
    assert len(reader.buttons) == 6


async def test_all_stories_are_listed_searched_and_opened(reader: Chat) -> None:
    await reader.say("/stories")
    assert reader.text == reader.texts("stories-all", count=1)
    title = reader.button("Microsoft")
    await reader.say(reader.worded("/stories supplier", "/stories постачальник"))
    assert reader.buttons == [title]
    await reader.press_for_message(title)
    assert title in reader.text
    assert len(reader.buttons) == 5
    assert "zebra" in await reader.say("/stories zebra")


async def test_the_source_names_everybody_in_the_chain_and_leads_to_the_story(reader: Chat) -> None:
    text = await reader.say("/source")
    assert "Bloomberg → Artificialintelligence-news → «AI»" in text
    (button,) = reader.last["reply_markup"]["inline_keyboard"][0]
    assert button["url"].endswith(f"/{SLUG}")


async def test_a_name_gathers_what_the_stories_say_of_it(reader: Chat) -> None:
    text = await reader.say("/name bytedanse")
    assert text.startswith(reader.texts("name-found", name="ByteDance"))
    assert text.count("ByteDance") >= 4
    assert reader.texts("name-unknown", name="Zorblax") == await reader.say("/name Zorblax")
    assert "Tencent" in await reader.say("/name")


async def test_a_passages_link_is_short_enough_for_telegram(english: Chat) -> None:
    await english.telegram.start(english.person, f"{reference_of(SLUG)}-{'k' * 40}")
    (shown,) = await english.telegram.wait_for_messages(english.chat)
    assert "Microsoft becomes primary supplier" in shown["text"]
    assert deep_link.__module__ == "handlers.keyboards"
