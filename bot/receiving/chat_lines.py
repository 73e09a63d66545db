"""Updates in line: in their order inside a chat, the chats in turn, so that no chat holds up another."""

from collections import deque

from telegram import Update

Key = tuple[str, int]


def key_of(update: Update) -> Key:
    """What an update must keep its order with: its chat, else its person, else nothing but itself."""
    if update.effective_chat is not None:
        return "chat", update.effective_chat.id
    if update.effective_user is not None:
        return "person", update.effective_user.id
    return "update", update.update_id


class ChatLines:
    """Waiting updates. A chat of which one is being handled gets its next turn when that one is finished."""

    def __init__(self) -> None:
        self._lines: dict[Key, deque[Update]] = {}
        self._ready: deque[Key] = deque()
        self._busy: set[Key] = set()

    def __len__(self) -> int:
        return sum(map(len, self._lines.values()))

    def add(self, update: Update) -> None:
        """Puts an update at the end of its chat's line."""
        key = key_of(update)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = deque()
            if key not in self._busy:
                self._ready.append(key)
        line.append(update)

    def next(self) -> Update | None:
        """The next update to handle; None while every chat with updates is busy."""
        if not self._ready:
            return None
        key = self._ready.popleft()
        line = self._lines[key]
        update = line.popleft()
        if not line:
            del self._lines[key]
        self._busy.add(key)
        return update

    def finished(self, update: Update) -> None:
        """An update that `next` gave has been handled."""
        key = key_of(update)
        self._busy.discard(key)
        if key in self._lines:
            self._ready.append(key)
