"""Fetches a page or feed over HTTP, within limits of time and size, and not from this machine's own network."""

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

from knowledge.errors import UnreadableInput

SECONDS = 30.0
LARGEST = 20 * 1_048_576  # bytes
MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered; `headers` are case-insensitive."""

    status: int
    body: bytes
    headers: Mapping[str, str]


class Refused(UnreadableInput):
    """An address that answered with an error; `retry_after` are the seconds that it asked for, if any."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class PublicResolver(AbstractResolver):
    """Finds the addresses of hosts; private ones only of the `trusted` host, which a person has named."""

    def __init__(self, trusted: str | None) -> None:
        self._trusted = trusted
        self._resolver = DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of `host`. Raises UnreadableInput where one is private."""
        found = await self._resolver.resolve(host, port, family)
        if host != self._trusted and any(is_private(one["host"]) for one in found):
            raise UnreadableInput(f"{host} is an address of a private network.")
        return found

    async def close(self) -> None:
        """Closes the resolver."""
        await self._resolver.close()


async def fetch(
    url: str, headers: Mapping[str, str] | None = None, *, private: bool = False, named: bool = True
) -> Fetched:
    """The page at `url`; following it elsewhere may lead into a private network only if `private`.

    `named` says that a person of ours has written this address: it may then be private itself.
    Raises UnreadableInput when nothing usable came within 30 s and 20 MiB, Refused for an error of the server.
    """
    trusted = urlsplit(url).hostname if named else None
    connector = aiohttp.TCPConnector(resolver=None if private else PublicResolver(trusted))
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with aiohttp.ClientSession(
            connector=connector, timeout=timeout, headers={"User-Agent": "Storyline"}
        ) as session:
            target = url
            for _ in range(MOST_REDIRECTS + 1):
                host = urlsplit(target).hostname or ""
                if not private and host != trusted and is_private(host):
                    raise UnreadableInput(f"{url} leads into a private network.")
                async with session.get(target, headers=headers, allow_redirects=False) as response:
                    if response.status in (301, 302, 303, 307, 308) and "Location" in response.headers:
                        target = urljoin(target, response.headers["Location"])
                        continue
                    return Fetched(response.status, await body_of(response, url), response.headers.copy())
    except TimeoutError as error:
        raise UnreadableInput(f"{url} did not answer within {SECONDS:.0f} seconds.") from error
    except (aiohttp.ClientError, ValueError) as error:
        raise UnreadableInput(f"{url} could not be fetched: {type(error).__name__}.") from error
    raise UnreadableInput(f"{url} leads in a circle.")


async def body_of(response: aiohttp.ClientResponse, url: str) -> bytes:
    """The body within the limit of size. Raises Refused for an error of the server."""
    if response.status >= HTTPStatus.BAD_REQUEST:
        wait = response.headers.get("Retry-After", "")
        raise Refused(f"{url} answered {response.status} {response.reason}.", float(wait) if wait.isdigit() else None)
    body = await response.content.read(LARGEST + 1)
    while len(body) <= LARGEST and (more := await response.content.read(LARGEST + 1 - len(body))):
        body += more
    if len(body) > LARGEST:
        raise UnreadableInput(f"{url} is larger than {LARGEST // 1_048_576} MiB.")
    return body


def is_private(host: str) -> bool:
    """Whether `host` is written as an address that is not one of the public internet."""
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return not address.is_global
