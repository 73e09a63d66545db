"""Groups, topics, guests and channels: the bot speaks only when asked, and stays only where it is wanted."""

import asyncio

import pytest
import pytest_asyncio

from bot.sandbox.client import SandboxClient
from tests.bot.conversation.chatting import Chat, labels
from tests.bot.conversation.conftest import EDITOR
from tests.support.bot_process import BotProcess

pytestmark = pytest.mark.asyncio(loop_scope="package")

BOT = "@storyline_demo_bot"


@pytest_asyncio.fixture(loop_scope="package", params=["en", "uk"])
async def member(request: pytest.FixtureRequest, telegram: SandboxClient, running: BotProcess) -> Chat:
    """Somebody in a group of their own, once in each language."""
    person = await telegram.user("Member", language=request.param)
    return Chat(telegram, person, await telegram.chat("Friends", members={person: "member"}), request.param)


async def test_nothing_is_said_unasked(member: Chat) -> None:
    for text in ("Who supplies OpenAI's models?", "@somebody_else who reported this?", "/ask@another_bot who?", "/foo"):
        assert await member.say_unheard(text) == []


async def test_an_administrator_who_hears_everything_still_says_nothing_unasked(
    telegram: SandboxClient, running: BotProcess
) -> None:
    person = await telegram.user("Ann")
    chat = await telegram.chat("Loud", bot_status="administrator", members={person: "member"})
    loud = Chat(telegram, person, chat, "en")
    for text in ("Who reported this story?", "hello", "thanks", "/strory"):
        assert await loud.say_unheard(text) == []
    said = await telegram.say(person, chat=chat, media="photo")
    assert await loud.heard_after(said) == []
    assert "Bloomberg" in await loud.say(f"{BOT} who reported this story?")


async def test_a_guest_answers_once_where_it_is_named_and_is_no_member(
    telegram: SandboxClient, running: BotProcess
) -> None:
    person = await telegram.user("Ann")
    chat = await telegram.chat("Strangers", bot_status="left", members={person: "member"})
    for text, piece in ((f"{BOT} who reported this story?", "Bloomberg"), (f"{BOT} how do I bake bread?", "outside")):
        before = len(await telegram.calls("answerGuestQuery"))
        await telegram.say(person, text, chat=chat)
        for _ in range(100):
            calls = await telegram.calls("answerGuestQuery")
            if len(calls) > before:
                break
            await asyncio.sleep(0.05)
        assert piece in calls[-1]["parameters"]["result"]
        assert calls[-1]["status"] == 200


async def test_a_mention_is_answered_in_short_as_a_reply_with_the_details_in_private(member: Chat) -> None:
    question = member.worded("Who is Microsoft's largest AI customer?", "Хто найбільший ШІ-клієнт Microsoft?")
    asked = await member.telegram.say(member.person, f"{BOT} {question}", chat=member.chat)
    (answer,) = await member.telegram.wait_for_messages(member.chat, after=asked)
    assert "ByteDance" in answer["text"]
    assert "OpenAI models to China" not in answer["text"]
    assert answer["reply_to_message"]["message_id"] == asked
    assert member.texts("group-details") in labels(answer)
    link = answer["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert link.startswith(f"https://t.me/{BOT[1:]}?start=")


async def test_the_link_to_the_details_shows_the_same_passage_in_private(member: Chat) -> None:
    await member.say(member.worded(f"{BOT} Who reported this story?", f"{BOT} Хто про це повідомив?"))
    link = member.last["reply_markup"]["inline_keyboard"][0][0]["url"]
    await member.telegram.start(member.person, link.split("start=")[1])
    (shown,) = await member.telegram.wait_for_messages(member.person)
    assert "Bloomberg" in shown["text"]


async def test_a_command_and_a_reply_to_the_bot_are_answered(member: Chat) -> None:
    await member.say(member.worded("/ask Who reported this story?", "/ask Хто про це повідомив?"))
    assert "Bloomberg" in member.text
    follow_up = member.worded("How much does ByteDance spend?", "Скільки витрачає ByteDance?")
    assert "$1" in await member.say(follow_up, reply_to=member.last["message_id"])


async def test_a_command_with_a_slip_is_suggested_only_where_the_bot_is_named(member: Chat) -> None:
    assert await member.say_unheard("/strory") == []
    assert "/story" in await member.say(f"/strory{BOT}")


async def test_a_question_asked_again_within_the_hour_gets_a_link_to_the_answer(member: Chat) -> None:
    question = member.worded("Who reported this story?", "Хто про це повідомив?")
    await member.say(f"{BOT} {question}")
    first = member.last["message_id"]
    await member.say(f"{BOT} {question.lower().rstrip('?')}")
    assert "Bloomberg" not in member.text
    links = [entity["url"] for entity in member.last["entities"] if entity["type"] == "text_link"]
    assert links == [f"https://t.me/c/{str(member.chat).removeprefix('-100')}/{first}"]


async def test_in_a_group_without_links_the_bot_points_at_its_answer_by_replying_to_it(
    telegram: SandboxClient, running: BotProcess
) -> None:
    person = await telegram.user("Ann")
    group = Chat(telegram, person, await telegram.chat("Old", kind="group", members={person: "member"}), "en")
    await group.say(f"{BOT} Who reported this story?")
    first = group.last["message_id"]
    await group.say(f"{BOT} Who reported this story?")
    assert group.text == group.texts("group-answered")
    assert group.last["reply_to_message"]["message_id"] == first


async def test_an_answer_stays_in_the_topic_of_its_question(telegram: SandboxClient, running: BotProcess) -> None:
    person = await telegram.user("Ann")
    forum = Chat(telegram, person, await telegram.chat("Forum", is_forum=True, members={person: "member"}), "en")
    topic = await telegram.topic(forum.chat, "News")
    await forum.say(f"{BOT} Who reported this story?", topic=topic)
    assert forum.last["message_thread_id"] == topic
    assert await forum.say_unheard("Who reported this story?", topic=topic) == []


async def test_two_people_in_a_group_have_contexts_of_their_own(telegram: SandboxClient, running: BotProcess) -> None:
    ann, bob = await telegram.user("Ann"), await telegram.user("Bob")
    chat = await telegram.chat("Friends", members={ann: "member", bob: "member"})
    anns, bobs = Chat(telegram, ann, chat, "en"), Chat(telegram, bob, chat, "en")
    await anns.say(f"{BOT} Does Microsoft host OpenAI models in China?")
    with_context = await anns.say(f"{BOT} why?")
    assert await bobs.say(f"{BOT} why?") != with_context


async def test_a_flood_in_a_group_is_no_reason_to_talk(member: Chat) -> None:
    assert await asyncio.gather(*(member.say_unheard(f"so what {number}") for number in range(5))) == [[]] * 5


async def test_a_channel_that_is_not_its_own_is_left(telegram: SandboxClient, running: BotProcess) -> None:
    stranger = await telegram.user("Stranger")
    foreign = await telegram.chat("Foreign", kind="channel", username="foreign", bot_status="left")
    await telegram.set_status(foreign, "administrator", by=stranger)
    await telegram.wait_until_quiet()
    for _ in range(50):
        if await telegram.calls("leaveChat", chat=foreign):
            break
        await asyncio.sleep(0.05)
    assert len(await telegram.calls("leaveChat", chat=foreign)) == 1
    own = await telegram.chat("AI", kind="channel", username="ai_news_channel", bot_status="left")
    await telegram.set_status(own, "administrator", by=stranger)
    tried = await telegram.chat("Trial", kind="channel", username="trial", bot_status="left")
    await telegram.set_status(tried, "administrator", by=EDITOR)
    await telegram.wait_until_quiet()
    await asyncio.sleep(0.3)
    assert [await telegram.calls("leaveChat", chat=channel) for channel in (own, tried)] == [[], []]
