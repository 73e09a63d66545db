"""/why: editors see what a reply rests on; nobody else does."""

import pytest

from tests.bot.conversation.chatting import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_an_editor_sees_what_an_answer_rests_on(editor: Chat) -> None:
    said = await editor.say("/why How much does ByteDance spend?")
    assert "$1 billion" in said
    assert "bytedance" in said.casefold()
    assert editor.texts("why-kind", kind="money") in said
    assert "revision 1" in said


async def test_an_editor_sees_why_there_is_no_answer(editor: Chat) -> None:
    said = await editor.say("/why How do I bake bread?")
    assert "bread" in said
    assert "off-topic" in said


async def test_without_a_question_it_says_how(editor: Chat) -> None:
    assert await editor.say("/why") == editor.texts("why-what")


async def test_nobody_else_is_told(reader: Chat) -> None:
    assert await reader.say("/why How much does ByteDance spend?") == reader.texts("desk-only")
