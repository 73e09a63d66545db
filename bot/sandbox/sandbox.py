"""The stand-in as one object: the world, the bot's queue, and what is on order."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.flood import FloodLimits
from bot.sandbox.journal import Journal
from bot.sandbox.menus import Menus
from bot.sandbox.queries import Queries
from bot.sandbox.seats import Seat
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.world import Chat, World

DEFAULT_TOKEN = "7000000001:sandbox-token-for-a-bot-on-this-machine"


@dataclass(slots=True)
class WebhookSettings:
    """Where updates are pushed to; an empty `url` means long polling."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_at: int = 0


@dataclass(slots=True)
class Sandbox:
    """All state of one stand-in. `clock` gives seconds since 1970, UTC."""

    clock: Callable[[], float]
    token: str = DEFAULT_TOKEN
    world: World = field(init=False)
    updates: UpdateQueue = field(init=False)
    faults: Faults = field(init=False)
    flood: FloodLimits = field(init=False)
    journal: Journal = field(init=False)
    queries: Queries = field(init=False)
    events: Events = field(default_factory=Events)
    files: Files = field(default_factory=Files)
    menus: Menus = field(default_factory=Menus)
    webhook: WebhookSettings = field(default_factory=WebhookSettings)
    seats: tuple[Seat, ...] = ()

    def __post_init__(self) -> None:
        self.world = World(self.clock)
        self.updates = UpdateQueue(self.clock)
        self.faults = Faults(self.clock)
        self.flood = FloodLimits(self.clock)
        self.journal = Journal(self.clock)
        self.queries = Queries(self.clock)

    def add_update(self, kind: str, body: dict[str, object]) -> int | None:
        """Queues an update for the bot and tells the watchers; its id, or None where the bot did not ask for it."""
        update_id = self.updates.add(kind, body)
        if update_id is not None:
            self.events.tell("update", number=update_id, update={"update_id": update_id, kind: body})
        return update_id

    def tell_message(self, kind: str, chat: Chat, message_id: int) -> None:
        """Tells the watchers of a "message", "edited", "deleted" or "reaction" in `chat`."""
        self.events.tell(kind, chat=chat.chat_id, message_id=message_id)
