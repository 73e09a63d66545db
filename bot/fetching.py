"""Fetches a page or feed over HTTP, within limits of time and size."""

from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp

from knowledge.errors import UnreadableInput

SECONDS = 30.0
LARGEST = 20 * 1_048_576  # bytes


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered; `headers` are case-insensitive."""

    status: int
    body: bytes
    headers: Mapping[str, str]


async def fetch(url: str, headers: Mapping[str, str] | None = None) -> Fetched:
    """The page at `url`. Raises UnreadableInput when nothing usable came within 30 s and 20 MiB."""
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, headers={"User-Agent": "Storyline"}) as session,
            session.get(url, headers=headers) as response,
        ):
            if response.status >= 400:
                raise UnreadableInput(f"{url} answered {response.status} {response.reason}.")
            body = await response.content.read(LARGEST + 1)
            while len(body) <= LARGEST and (more := await response.content.read(LARGEST + 1 - len(body))):
                body += more
    except TimeoutError as error:
        raise UnreadableInput(f"{url} did not answer within {SECONDS:.0f} seconds.") from error
    except (aiohttp.ClientError, ValueError) as error:
        raise UnreadableInput(f"{url} could not be fetched: {type(error).__name__}.") from error
    if len(body) > LARGEST:
        raise UnreadableInput(f"{url} is larger than {LARGEST // 1_048_576} MiB.")
    return Fetched(response.status, body, response.headers)
