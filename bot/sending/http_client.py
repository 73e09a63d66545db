"""Telegram's HTTP client on aiohttp; its errors say whether a call can have been carried out."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from http import HTTPStatus

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECTIONS = 100
READ_SECONDS, CONNECT_SECONDS, POOL_SECONDS, MEDIA_SECONDS = 10.0, 5.0, 5.0, 60.0
OWN_MESSAGES = ("/sendMessage", "/sendPhoto", "/editMessageText", "/editMessageCaption", "/editMessageReplyMarkup")
ECHOED = frozenset(("text", "entities", "caption", "caption_entities", "reply_markup", "reply_to_message"))
UNSAID_SECONDS = 5.0  # of a 429 that does not say how long
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class NotDelivered(NetworkError):
    """The call certainly did not reach Telegram, or Telegram said that it failed: it may be made again."""


class FloodWait(RetryAfter):
    """Too many requests: wait `seconds`. Made without the library's constructor, which warns of its own future."""

    def __init__(self, seconds: float) -> None:
        TelegramError.__init__(self, f"Too many requests; wait {seconds:.0f} seconds.")
        self._retry_after = timedelta(seconds=seconds)
        self.seconds = seconds


class HttpClient(BaseRequest):
    """One pool of connections. No address, which holds the token, is ever part of an error or a log line."""

    def __init__(self, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take where the call does not say."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Opens the pool."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(connector=connector, headers={"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        """Closes the pool."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call. Raises NotDelivered where it was not carried out, TimedOut where that is not known."""
        if self._session is None:
            raise NotDelivered("The HTTP client has not been opened.")
        files = request_data is not None and request_data.contains_files
        timeout = timeouts(given(read_timeout, self._read_seconds), connect_timeout, pool_timeout, files=files)
        try:
            async with self._session.request(
                method,
                url,
                data=body_of(request_data),
                headers=FORM if request_data is not None and not files else None,
                timeout=timeout,
            ) as response:
                payload = await response.read()
        except aiohttp.ConnectionTimeoutError:  # aiohttp's own words hold the address: never a cause
            raise NotDelivered("No connection to Telegram in time.") from None
        except (TimeoutError, aiohttp.ClientPayloadError):
            raise TimedOut("Telegram did not answer in time.") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NotDelivered(f"The connection to Telegram failed ({type(error).__name__}).") from None
        check(response.status, payload, response.headers.get("Retry-After"))
        return response.status, without_echo(payload) if url.endswith(OWN_MESSAGES) else payload


class PollingClient(HttpClient):
    """The client for getUpdates: hands each answer to `keep` before the library sees it.

    The library confirms updates with its next call, which it makes after this one returned.
    """

    def __init__(self, keep: Callable[[bytes], Awaitable[None]]) -> None:
        super().__init__()
        self._keep = keep
        self._keeping: set[asyncio.Future[None]] = set()

    async def shutdown(self) -> None:
        """Closes the pool once everything fetched is kept."""
        await asyncio.gather(*self._keeping, return_exceptions=True)
        await super().shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call; its updates are kept when it returns."""
        status, payload = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if status == HTTPStatus.OK and url.endswith("/getUpdates"):
            keeping = asyncio.ensure_future(self._keep(payload))
            self._keeping.add(keeping)
            keeping.add_done_callback(self._keeping.discard)
            await asyncio.shield(keeping)  # the library cancels a call that is under way when it stops
        return status, payload


def without_echo(payload: bytes) -> bytes:
    """A message of our own as Telegram gives it back, without its content.

    The library would make objects of every word and button of it, which costs more than the call itself.
    """
    answer = json.loads(payload)
    message = answer.get("result")
    if isinstance(message, dict):
        answer["result"] = {name: value for name, value in message.items() if name not in ECHOED}
    return json.dumps(answer).encode()


def given(value: ODVInput[float], otherwise: float) -> float | None:
    """A timeout as the caller gave it, else the default; None means no limit."""
    return otherwise if isinstance(value, DefaultValue) else value


def timeouts(
    read: float | None, connect_timeout: ODVInput[float], pool_timeout: ODVInput[float], *, files: bool
) -> aiohttp.ClientTimeout:
    """The library's timeouts as aiohttp takes them; a call with files gets longer."""
    connect = given(connect_timeout, CONNECT_SECONDS)
    return aiohttp.ClientTimeout(
        total=None,
        connect=(connect or 0) + (given(pool_timeout, POOL_SECONDS) or 0) or None,
        sock_connect=connect,
        sock_read=max(read or 0, MEDIA_SECONDS if files else 0) or None,
    )


def body_of(request_data: RequestData | None) -> bytes | aiohttp.FormData | None:
    """The parameters as a form; with files as its parts."""
    if request_data is None:
        return None
    if not request_data.contains_files:
        # yarl quotes in C, eight times as fast as urllib: it stands in every answer's way
        return URL.build(query=request_data.json_parameters).raw_query_string.encode()
    form = aiohttp.FormData()
    for name, text in request_data.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, mimetype) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mimetype)
    return form


def check(status: int, payload: bytes, retry_after: str | None) -> None:
    """Raises for answers that the library would read wrongly.

    A 429 may give its seconds in the header only; a 404 or 401 of a proxy is no word on the token; and what is 5xx was
    not carried out.
    """
    if status < HTTPStatus.BAD_REQUEST:
        return
    parameters = telegram_parameters(payload)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise FloodWait(seconds_in((parameters or {}).get("retry_after")) or seconds_in(retry_after) or UNSAID_SECONDS)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise NotDelivered(f"Telegram answered {status}.")
    if parameters is None:
        raise NotDelivered(f"Something that is not Telegram answered {status}.")


def seconds_in(value: object) -> float:
    """A number of seconds, as a number or written; 0 where it is none."""
    try:
        return float(str(value))
    except ValueError:
        return 0.0


def telegram_parameters(payload: bytes) -> dict[str, object] | None:
    """The `parameters` of a refusal by Telegram (perhaps empty); None where the answer is none of Telegram's."""
    try:
        answer = json.loads(payload)
    except ValueError:
        return None
    if not isinstance(answer, dict) or "ok" not in answer:
        return None
    parameters = answer.get("parameters")
    return parameters if isinstance(parameters, dict) else {}
