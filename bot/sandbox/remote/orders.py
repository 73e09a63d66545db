"""Faults, limits and redeliveries on order."""

from bot.sandbox.remote.connection import ControlConnection


class Orders(ControlConnection):
    """What goes wrong, and when."""

    async def fault(
        self,
        kind: str,
        *,
        method: str | None = None,
        chat: int | None = None,
        seconds: float = 1.0,
        status: int = 500,
        text: str = "",
        times: int | None = 1,
        hold: bool = False,
    ) -> int:
        """Orders a fault for calls of `method` (any) to `chat` (any), `times` times (None: until `clear_faults`).

        "flood": 429 with retry_after=seconds; with `hold` each call gets the seconds left until they are over.
        "error": 5xx `status`. "refuse": 4xx `status` with Telegram's `text`, e.g. "Bad Request: …".
        "reset": the connection breaks, nothing is done. "lost": never answered, nothing is done.
        "swallow": done but never answered. "slow": done after `seconds`. "down": the port refuses for `seconds`.
        """
        order = {"method": method, "chat": chat, "seconds": seconds, "status": status, "text": text, "hold": hold}
        body = await self.request("POST", "faults", json={"kind": kind, "times": times, **order})
        return int(body["id"])

    async def clear_faults(self) -> None:
        """Takes every fault back."""
        await self.request("DELETE", "faults")

    async def switch(self, *, flood_limits: bool | None = None, privacy_mode: bool | None = None) -> None:
        """Flood limits (off at first) and the groups' privacy mode (on at first)."""
        await self.act("switches", flood_limits=flood_limits, privacy_mode=privacy_mode)

    async def redeliver(self, update_id: int) -> bool:
        """Gives an update out once more under its old id; whether there was one."""
        return bool((await self.act("redeliver", update_id=update_id))["redelivered"])
