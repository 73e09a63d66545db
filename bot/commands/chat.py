"""`storyline chat`: a conversation in the terminal."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace

from bot.commands.answer_json import evidence_of
from bot.commands.ask import check_story, opened_answerer
from bot.commands.opening import settings_for
from bot.commands.print_answer import print_answer
from bot.commands.terminal import print_faint, print_heading
from handlers.rendering.texts import Texts
from knowledge.answering.answerer import Answerer
from knowledge.model.answer import Clarification, Question, Suggestion, Turn

TURNS_KEPT = 6  # earlier questions that a follow-up may lean on


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline chat`."""
    parser.add_argument("--story", metavar="SLUG", help="talk about this story only")
    parser.add_argument("--language", choices=("en", "uk"), help="your language, where a question does not show it")


def perform(arguments: Namespace) -> int:
    """Answers line by line until an empty line, /quit or the end of input."""
    return asyncio.run(converse(arguments))


async def converse(arguments: Namespace) -> int:
    """Reads a question, prints its answer, remembers both."""
    texts = Texts(arguments.language or "en")
    turns: list[Turn] = []
    choices: tuple[Suggestion, ...] = ()
    async with opened_answerer(settings_for(arguments).database) as (answerer, store):
        await check_story(store, arguments.story)
        print_heading(texts("chat-welcome"))
        for row in await store.rows():
            if not row.translation_of and not row.withdrawn:
                print_faint(f"  {row.title}")
        while (typed := await next_line()) is not None:
            if typed.isdigit() and 0 < int(typed) <= len(choices):
                typed = choices[int(typed) - 1].question
            choices = await reply(answerer, typed, turns, arguments)
            del turns[:-TURNS_KEPT]
    return 0


async def reply(answerer: Answerer, typed: str, turns: list[Turn], arguments: Namespace) -> tuple[Suggestion, ...]:
    """Prints the answer to `typed` and adds the turn; returns what a bare number now chooses from."""
    answer = await answerer.answer(
        Question(
            typed,
            language=arguments.language,
            story=arguments.story,
            only_story=arguments.story is not None,
            context=tuple(turns),
        )
    )
    print_answer(answer)
    quoted = evidence_of(answer)
    turns.append(Turn(typed, quoted[0].card.slug if quoted else None, quoted[0].unit if quoted else None))
    return answer.choices if isinstance(answer, Clarification) else answer.suggestions


async def next_line() -> str | None:
    """The next line that a person types; None at the end."""
    prompt = "\n> " if sys.stdin.isatty() else ""
    try:
        typed = (await asyncio.to_thread(input, prompt)).strip()
    except EOFError:
        return None
    return None if typed in ("", "/quit", "/exit", "/q") else typed
