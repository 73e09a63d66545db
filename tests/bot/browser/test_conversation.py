"""A reader's conversation on the chat page."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.messenger import ALEX, CHANNEL, GROUP, OKSANA, Messenger

Visit = Callable[..., Messenger]


def test_a_question_gets_its_answer_in_the_channels_format(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    reply = page.ask("How much does ByteDance spend on Microsoft?")
    expect(reply.locator(".quotation").first).to_contain_text("$1 billion")
    expect(reply).to_contain_text("Bloomberg")
    expect(reply).to_contain_text("@proaiandevenmore")


def test_a_typo_and_a_follow_up_are_understood(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    expect(page.ask("who supplys opnai models to chna?")).to_contain_text("Microsoft")
    page.ask("How much does ByteDance spend?")
    expect(page.ask("and Tencent?")).to_contain_text("Tencent")


def test_the_second_reader_is_answered_in_ukrainian(visit: Visit) -> None:
    page = visit()
    page.open(OKSANA)
    reply = page.ask("Скільки ByteDance витрачає на Microsoft?")
    expect(reply.locator(".quotation").first).to_contain_text("1 млрд")
    page.page.locator("#commands").click()
    expect(page.page.locator("#suggestions")).to_contain_text("Запитання, на які є відповідь")


def test_buttons_lead_on_and_pages_turn_in_place(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    reply = page.ask("/faq")
    number = reply.get_attribute("data-id")
    first = reply.inner_text()
    count = page.messages.count()
    turning = page.page.locator(f'.message[data-id="{number}"]')
    turning.locator(".inline-button", has_text="›").first.click()
    expect(turning).not_to_have_text(first)
    assert page.messages.count() == count
    turning.locator(".inline-button").first.click()
    expect(page.page.locator('[aria-busy="true"]')).to_have_count(0)


def test_the_command_menu_filters_while_typing(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    page.page.locator("#text").press_sequentially("/subs")
    options = page.page.locator(".suggestion")
    expect(options).to_have_count(1)
    expect(options.first).to_contain_text("/subscribe")
    page.page.locator("#text").press("Escape")
    expect(page.page.locator("#suggestions")).to_be_hidden()
    page.page.locator("#text").fill("")


def test_in_the_group_the_bot_speaks_only_when_it_is_mentioned(visit: Visit) -> None:
    page = visit()
    page.open(GROUP)
    before = page.messages.count()
    page.write("Has anybody read the story?")
    expect(page.messages).to_have_count(before + 1)
    reply = page.ask("@storyline_demo_bot who supplies OpenAI models to China?")
    expect(reply).to_contain_text("Microsoft")
    expect(reply.locator(".replied")).to_be_visible()
    assert page.messages.count() == before + 3


def test_inline_mode_offers_answers_and_sends_the_chosen_one(visit: Visit) -> None:
    page = visit()
    page.open(GROUP)
    page.page.locator("#text").press_sequentially("@storyline_demo_bot tencent", delay=15)
    option = page.page.locator(".suggestion", has_text="Tencent").first
    expect(option).to_be_visible()
    before = page.messages.count()
    option.click()
    expect(page.messages.nth(before)).to_contain_text("Tencent")
    expect(page.messages.nth(before)).to_contain_text("via @storyline_demo_bot")
    expect(page.page.locator("#text")).to_have_value("")


def test_own_messages_are_edited_and_deleted_in_place(visit: Visit) -> None:
    page = visit()
    page.open(GROUP)
    page.write("A slip of the pen")
    own = page.page.locator(".message.own", has_text="A slip of the pen").last
    page.choose_in_menu(own, "Edit")
    page.write("A steady hand")
    changed = page.page.locator(".message.own", has_text="A steady hand").last
    expect(changed).to_contain_text("edited")
    page.choose_in_menu(changed, "Delete")
    expect(page.page.locator(".message", has_text="A steady hand")).to_have_count(0)


def test_a_reply_shows_what_it_answers(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    reply = page.ask("Who reported this?")
    page.choose_in_menu(reply, "Reply")
    expect(page.page.locator("#context")).to_contain_text("Reply to Storyline")
    page.ask("Thanks")
    own = page.page.locator(".message.own").last
    expect(own.locator(".replied")).to_contain_text("Storyline")
    own.locator(".replied").click()
    expect(reply).to_be_in_viewport()


def test_a_reaction_is_shown_and_taken_back(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    number = page.ask("Who reported this?").get_attribute("data-id")
    reply = page.page.locator(f'.message[data-id="{number}"]')
    page.choose_in_menu(reply, "React with 👍")
    expect(reply.locator(".reaction")).to_have_text("👍")
    page.choose_in_menu(reply, "React with 👍")
    expect(reply.locator(".reaction")).to_have_count(0)


def test_a_blocked_bot_stays_silent_and_comes_back(visit: Visit) -> None:
    page = visit()
    page.open(OKSANA)
    page.page.locator("#block").click()
    expect(page.page.locator("#composer")).to_be_hidden()
    page.open(CHANNEL)
    page.post("A post while a reader is away")
    page.page.locator(".chat").nth(OKSANA).click()
    before = page.replies.count()
    page.page.locator("#start").click()
    page.wait_for_reply(before)
    expect(page.page.locator("#composer")).to_be_visible()


def test_a_reload_keeps_the_chats(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    page.ask("Who supplies OpenAI models to China?")
    texts = page.messages.all_inner_texts()
    page.visit()
    expect(page.messages).to_have_count(len(texts))
    assert page.messages.all_inner_texts() == texts


def test_unread_messages_are_counted(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    page.open(GROUP)
    page.ask("@storyline_demo_bot who is the supplier?")
    other = visit()
    badge = other.page.locator(".chat").nth(GROUP).locator(".unread")
    expect(badge).to_be_visible()
    other.open(GROUP)
    expect(badge).to_have_count(0)
