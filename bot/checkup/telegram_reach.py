"""Whether Telegram knows the token, asked once and briefly."""

import aiohttp
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.checkup.finding import Finding, bad, good, warning
from bot.settings import Settings

SECONDS = 2.0


class Bot(BaseModel):
    """What getMe says of the bot."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    username: str
    can_read_all_group_messages: bool = False


class Reply(BaseModel):
    """A reply of the Bot API."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    ok: bool
    description: str | None = None
    result: Bot | None = None


async def telegram_findings(settings: Settings) -> list[Finding]:
    """Asks getMe where a token is set; the token never stands in a sentence, nor does an address that holds it."""
    if settings.token is None:
        return []
    address = f"{settings.api_url}{settings.token.get_secret_value()}/getMe"
    server = settings.api_url.removesuffix("/bot")
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS)) as session,
            session.get(address) as response,
        ):
            reply = Reply.model_validate_json(await response.read())
    except TimeoutError:
        return [bad("Telegram", f"{server} did not answer within {SECONDS:.0f} seconds.", "Look at the network.")]
    except (aiohttp.ClientError, ValueError) as error:
        reason = "answered with something else than JSON" if isinstance(error, ValidationError) else "cannot be reached"
        return [bad("Telegram", f"{server} {reason} ({type(error).__name__}).", "Look at STORYLINE_API_URL.")]
    if reply.ok and reply.result:
        return [good("Telegram", f"The token is @{reply.result.username}'s.")]
    if response.status in (401, 404):
        return [bad("Telegram", "Telegram does not know the token.", "Ask @BotFather for it again: /token.")]
    return [warning("Telegram", f"{server} answered {response.status}: {reply.description}.", "Try again later.")]
