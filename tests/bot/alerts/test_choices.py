"""What subscribers choose, tap by tap, with the real bot as a process."""

from bot.sandbox.client import SandboxClient
from bot.sandbox.remote.connection import JsonObject
from tests.support.bot_process import BotProcesses
from tests.support.subscribers import all_received, post_text, subscribers

CHANNEL = "@ai_news_channel"


async def tap(sandbox: SandboxClient, person: int, message: JsonObject, label: str, chat: int | None = None) -> str:
    """Taps a button; the words shown over the chat."""
    query = await sandbox.press(person, message["message_id"], label, chat=chat)
    return str((await sandbox.wait_for_answer(query)).get("text") or "")


async def now_shown(sandbox: SandboxClient, chat: int, message: JsonObject, words: str) -> JsonObject:
    """The message once it holds `words`, in text or buttons."""

    async def look() -> JsonObject | None:
        return await sandbox.message(chat, message["message_id"])

    found: JsonObject = await sandbox.wait(look, lambda one: words in str(one), 5)
    return found


async def test_a_reader_subscribes_chooses_and_leaves_in_their_own_language(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    channel = await sandbox.channel()
    reader, witness = await sandbox.user("Олена", language="uk"), await sandbox.user("Witness")
    await bot_process(STORYLINE_CHANNEL=CHANNEL)
    await sandbox.ask(witness, "/subscribe")
    await sandbox.post(channel, post_text(1))
    assert await all_received(sandbox, [witness], 1, 5)  # what was out before one subscribes does not come
    confirmed = await sandbox.ask(reader, "/subscribe")
    assert confirmed["text"].startswith("Готово. Кожна нова публікація")
    again = await sandbox.ask(reader, "/subscribe")
    assert again["text"].startswith("Сповіщення вже ввімкнено")
    screen = await sandbox.ask(reader, "/alerts")
    assert await tap(sandbox, reader, screen, "Раз на день") == "Записано."
    screen = await now_shown(sandbox, reader, screen, "Раз на день, о 9:00")
    assert "Europe/Kyiv" in screen["text"]
    await tap(sandbox, reader, screen, "Добірка о 9:00")
    screen = await now_shown(sandbox, reader, screen, "О котрій годині")
    await tap(sandbox, reader, screen, "18:00")
    await now_shown(sandbox, reader, screen, "о 18:00")
    quiet = await sandbox.ask(reader, "/quiet 22:30-7:15")
    assert "З 22:30 до 07:15 нічого не надходить" in quiet["text"]
    zone = await sandbox.ask(reader, "/zone tokyo")
    assert "Asia/Tokyo" in zone["text"]
    assert (await sandbox.ask(reader, "/zone Марс"))["text"].startswith("Не знаю часового поясу")
    assert (await sandbox.ask(reader, "/unsubscribe"))["text"].startswith("Сповіщення вимкнено")
    await sandbox.post(channel, post_text(2))
    assert len(await all_received(sandbox, [witness], 2, 5)) == 2
    back = await sandbox.ask(reader, "/subscribe")
    assert back["text"].startswith("З поверненням")
    assert "о 18:00" in (await sandbox.ask(reader, "/alerts"))["text"]
    assert not [one for one in await sandbox.bot_messages(reader) if one["text"].startswith("Item")]


async def test_an_alert_carries_questions_and_the_way_to_fewer(
    sandbox: SandboxClient, bot_process: BotProcesses, page_text: str
) -> None:
    channel = await sandbox.channel()
    reader = await sandbox.user("Ann")
    await bot_process(STORYLINE_CHANNEL=CHANNEL)
    confirmed = await sandbox.ask(reader, "/subscribe")
    await sandbox.post(channel, page_text)
    (alert,) = await sandbox.wait_for_messages(reader, after=confirmed["message_id"])
    assert await tap(sandbox, reader, alert, "When does the reading room open?") == ""
    answers = await sandbox.wait_for_messages(reader, after=alert["message_id"])
    assert "It opens at nine" in answers[0]["text"]
    before = str(alert["reply_markup"])
    await tap(sandbox, reader, alert, "Fewer alerts")
    alert = await now_shown(sandbox, reader, alert, "Pause for a week")
    assert (await tap(sandbox, reader, alert, "Pause for a day")).startswith("Paused until")
    alert = await now_shown(sandbox, reader, alert, "Fewer alerts")
    assert str(alert["reply_markup"]) == before
    await sandbox.post(channel, post_text(2))
    assert (await tap(sandbox, reader, alert, "Stop")).startswith("Alerts are off")
    alert = await now_shown(sandbox, reader, alert, "Start again")
    await tap(sandbox, reader, alert, "Start again")
    await now_shown(sandbox, reader, alert, "Fewer alerts")
    await sandbox.post(channel, post_text(3))
    last = await sandbox.wait(
        lambda: sandbox.bot_messages(reader), lambda found: found[-1]["text"].startswith("Item 3"), 5
    )
    assert not [one for one in last if one["text"].startswith("Item 2")]


async def test_following_a_name_shows_what_it_would_have_brought(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    channel = await sandbox.channel()
    reader = await sandbox.user("Ann")
    await bot_process(STORYLINE_CHANNEL=CHANNEL)
    witness = await sandbox.user("Witness")
    await sandbox.ask(witness, "/subscribe")
    await sandbox.post(channel, "Tencent opens an office in Lviv\n\nIt has ten desks.")
    await sandbox.post(channel, "The weather stays fine\n\nNo rain.")
    await all_received(sandbox, [witness], 2, 5)
    await sandbox.say(reader, "/follow tencent")
    confirmed, followed = await sandbox.wait(
        lambda: sandbox.bot_messages(reader), lambda messages: len(messages) == 2, 5
    )
    assert confirmed["text"].startswith("Done.")
    assert "You now get only items with: “tencent”" in followed["text"]
    assert "Of the last 2 items, one has that:\n• Tencent opens an office in Lviv" in followed["text"]
    assert "too long" in (await sandbox.ask(reader, "/follow " + "a" * 3_000))["text"]
    await sandbox.post(channel, "The weather gets worse\n\nRain.")
    await sandbox.post(channel, "Tencent's office in Lviv closes\n\nIt had ten desks.")
    await all_received(sandbox, [witness], 4, 5)
    messages = await sandbox.wait(
        lambda: sandbox.bot_messages(reader), lambda found: found[-1]["text"].startswith("Tencent's"), 5
    )
    titles = [one["text"].split("\n")[0] for one in messages]
    assert titles[-1] == "Tencent's office in Lviv closes"
    assert "The weather gets worse" not in titles
    listed = await sandbox.ask(reader, "/follow")
    await tap(sandbox, reader, listed, "tencent ✕")
    await now_shown(sandbox, reader, listed, "New items come at once")


async def test_in_a_group_only_administrators_decide(sandbox: SandboxClient, bot_process: BotProcesses) -> None:
    channel = await sandbox.channel()
    owner, member = await sandbox.user("Owner"), await sandbox.user("Member")
    group = await sandbox.chat("Readers", members={owner: "creator", member: "member"})
    await bot_process(STORYLINE_CHANNEL=CHANNEL)
    refused = await sandbox.ask(member, "/subscribe", chat=group)
    assert refused["text"].startswith("Only administrators")
    done = await sandbox.ask(owner, "/subscribe", chat=group)
    assert done["text"].startswith("Done.")
    await sandbox.post(channel, post_text(1))
    (alert,) = await sandbox.wait_for_messages(group, after=done["message_id"])
    assert (await tap(sandbox, member, alert, "Stop", chat=group)).startswith("Only administrators")
    assert (await tap(sandbox, owner, alert, "Stop", chat=group)).startswith("Alerts are off")


async def test_the_desk_is_for_editors_and_tries_dead_letters_again(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    channel = await sandbox.channel()
    editor, reader = await sandbox.user("Editor"), await sandbox.user("Reader")
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL, STORYLINE_ADMINS=str(editor))
    bot.expected_refusals.append("BUTTON_DATA_INVALID")
    (subscriber,) = await subscribers(sandbox, bot.database, 1)
    assert (await sandbox.ask(reader, "/desk"))["text"].startswith("The desk is for the channel's editors")
    await sandbox.fault("refuse", chat=subscriber, status=400, text="Bad Request: BUTTON_DATA_INVALID")
    await sandbox.post(channel, post_text(1))
    await sandbox.wait(lambda: sandbox.calls("sendMessage", chat=subscriber), lambda calls: len(calls) == 1, 5)
    await sandbox.wait_until_quiet()
    desk = await sandbox.ask(editor, "/desk")
    assert "One alert was given up." in desk["text"]
    await tap(sandbox, editor, desk, "Given up")
    letters = await now_shown(sandbox, editor, desk, "Button_data_invalid")
    assert await tap(sandbox, editor, letters, "Try all again") == "One alert is on its way again."
    await all_received(sandbox, [subscriber], 1, 5)
