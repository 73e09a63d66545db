"""What the demo adds to the sandbox's control side: publishing a file, and a look at the outbox."""

import asyncio
import base64
import binascii
import json
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import Field

from bot.sandbox.acts.writing import Draft, post_unseen
from bot.sandbox.control.orders import Order
from bot.sandbox.refusals import ApiRefusal
from bot.sandbox.sandbox import Sandbox
from bot.settings import environment_with
from knowledge.errors import StorylineError
from knowledge.store.database import open_database
from knowledge.store.outbox_report import OutboxReport
from knowledge.stories.reading import read_bytes

LEAD_SHOWN = 900


class Publication(Order):
    """A file to publish, its content as base64, and the channel that shows it."""

    chat: int
    name: str = Field(min_length=1, max_length=255)
    content: str


class DemoExtras:
    """The acts "publish" and "outbox", on the database of the running bot. `folder` takes the published files."""

    def __init__(self, database: Path, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self.sandbox: Sandbox | None = None

    def acts(self) -> Mapping[str, Callable[[bytes], Awaitable[Any]]]:
        """By the names under which the page calls them."""
        return {"publish": self._publish, "outbox": self._outbox}

    async def _publish(self, body: bytes) -> dict[str, Any]:
        order = Publication.model_validate_json(body)
        try:
            content = base64.b64decode(order.content, validate=True)
            reading = read_bytes(content, name=order.name)
        except binascii.Error as error:
            raise ApiRefusal(422, "The content is no base64.") from error
        except StorylineError as error:
            raise ApiRefusal(422, str(error)) from error
        path = self._folder / f"published{Path(order.name).suffix}"
        path.write_bytes(content)
        await self._run_publish(path)
        for story in reading.stories:
            self._show(order.chat, story.title, story.lead or "")
        return {"stories": [story.slug for story in reading.stories]}

    async def _run_publish(self, path: Path) -> None:
        """Publishes as an operator would, by the command line. Raises ApiRefusal with its sentence where it fails."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "publish", str(path), "--database", str(self._database)),
            env=environment_with({}),
            cwd=self._folder,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        _, complaint = await process.communicate()
        if process.returncode != 0:
            last = complaint.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise ApiRefusal(422, last[0].removeprefix("storyline: ") if last else "It could not be published.")

    def _show(self, chat_id: int, title: str, lead: str) -> None:
        if self.sandbox is not None:
            shown = f"{title}\n\n{lead[:LEAD_SHOWN]}".strip()
            post_unseen(self.sandbox, self.sandbox.world.chat(chat_id), Draft(shown))

    async def _outbox(self, body: bytes) -> dict[str, Any]:
        async with open_database(self._database) as database:
            found = await OutboxReport(database).summary(datetime.now(UTC))
        return dict(json.loads(json.dumps(asdict(found))))
