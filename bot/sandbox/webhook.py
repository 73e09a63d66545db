"""Pushes updates to the bot's webhook, in order, again and again until it takes them."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

import aiohttp

from bot.sandbox.methods.catalogue import METHODS
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import ApiRefusal
from bot.sandbox.sandbox import Sandbox, WebhookSettings
from bot.sandbox.updates import Update

FIRST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 2.0
ANSWER_SECONDS = 60.0
IDLE_SECONDS = 0.05


@contextlib.asynccontextmanager
async def pushing(sandbox: Sandbox) -> AsyncIterator[None]:
    """Pushes while the block runs."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS)) as session:
        task = asyncio.get_running_loop().create_task(_push_for_ever(sandbox, session))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def _push_for_ever(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    wait = FIRST_WAIT_SECONDS
    while True:
        webhook = sandbox.webhook
        due = sandbox.updates.due(1) if webhook.url else []
        if not due:
            await asyncio.sleep(IDLE_SECONDS)
        elif await _push(sandbox, session, webhook, due[0]):
            sandbox.updates.confirm(due[0].update_id + 1)
            sandbox.events.tell("poll")
            wait = FIRST_WAIT_SECONDS
        else:
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)


async def _push(sandbox: Sandbox, session: aiohttp.ClientSession, webhook: WebhookSettings, update: Update) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
    try:
        async with session.post(webhook.url, json=update.as_json(), headers=headers) as response:
            if 200 <= response.status < 300:
                _run_answer(sandbox, await response.read())
                return True
            problem = f"Wrong response from the webhook: {response.status} {response.reason}"
    except aiohttp.ClientError:
        problem = "Connection refused"
    except TimeoutError:
        problem = "Read timeout expired"
    webhook.last_error, webhook.last_error_at = problem, sandbox.world.now()
    return False


def _run_answer(sandbox: Sandbox, content: bytes) -> None:
    """A webhook's answer may hold one call; nobody learns what came of it but the log."""
    try:
        call = json.loads(content) if content else None
    except ValueError:
        return
    if not isinstance(call, dict) or str(call.get("method", "")).lower() not in METHODS:
        return
    name = str(call.pop("method"))
    began_at = sandbox.clock()
    try:
        result = METHODS[name.lower()](sandbox, Parameters(call))
        sandbox.journal.add(name, call, began_at, 200, {"ok": True, "result": result})
    except ApiRefusal as refusal:
        answer = {"ok": False, "error_code": refusal.code, "description": refusal.description}
        sandbox.journal.add(name, call, began_at, refusal.code, answer)
