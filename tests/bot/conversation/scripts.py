"""Ten conversations, step by step; what the bot says to them stands in `transcripts`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Say:
    """Writes; with `to`, as a reply to the bot's message number `to` (from 1)."""

    text: str
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Tap:
    """Taps the button that begins with `label` under the bot's last message; `edits`: the message itself changes."""

    label: str
    edits: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Changes the own message number `number` (from 1)."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Send:
    """Sends a photo, a voice, a sticker …"""

    media: str


Step = Say | Tap | Change | Send


@dataclass(frozen=True, slots=True)
class Script:
    """A conversation of somebody whose Telegram speaks `language`; in a group, the bot is named `@bot`."""

    name: str
    language: str
    steps: tuple[Step, ...]
    in_group: bool = False


SCRIPTS = (
    Script(
        "first-visit",
        "en",
        (Say("/start"), Say("Who is Microsoft's largest AI customer?"), Say("how much do they spend?"), Say("thanks!")),
    ),
    Script(
        "first-visit-in-ukrainian",
        "uk",
        (Say("/start"), Say("Хто найбільший ШІ-клієнт Microsoft?"), Say("а скільки вони витрачають?"), Say("дякую!")),
    ),
    Script(
        "not-in-the-story",
        "en",
        (
            Say("Does Alibaba buy models from Microsoft?"),
            Say("How much does Tencent spend?"),
            Say("Does Microsoft host OpenAI models in China?"),
            Say("why?"),
        ),
    ),
    Script(
        "not-in-the-story-in-ukrainian",
        "uk",
        (
            Say("Чи купує моделі Alibaba?"),
            Say("Скільки витрачає Tencent?"),
            Say("Чи розміщує Microsoft моделі OpenAI в Китаї?"),
            Say("чому?"),
        ),
    ),
    Script(
        "giving-up",
        "en",
        (
            Say("Who won the football match?"),
            Say("Who won the football match?"),
            Say("How do I bake bread?"),
            Tap("Questions"),
            Tap("Next", edits=True),
            Tap("Where do the models run"),
        ),
    ),
    Script("reading-on", "en", (Say("/story"), Tap("Next", edits=True), Tap("Next", edits=True), Say("/source"))),
    Script(
        "russian-and-the-wrong-keyboard",
        "uk",
        (Say("Сколько тратит ByteDance?"), Say("[nj gjdsljvbd ghj wt?"), Say("/мова"), Say("/strory"), Say("/story")),
    ),
    Script(
        "feedback",
        "en",
        (
            Say("Where are the data centers?"),
            Tap("👎"),
            Tap("Not what I asked"),
            Change(1, "Who told the staff about the growth?"),
            Say("/language"),
            Tap("Українська", edits=True),
        ),
    ),
    Script(
        "in-a-group",
        "en",
        (
            Say("Did you read about Microsoft?"),
            Say("@bot who are the customers?"),
            Say("and who reported it?", to=1),
            Say("@bot who are the customers"),
        ),
        in_group=True,
    ),
    Script(
        "pictures-and-goodbyes",
        "uk",
        (Send("photo"), Send("photo"), Send("sticker"), Say("Про що ця історія коротко?"), Say("/new"), Say("бувай")),
    ),
)
