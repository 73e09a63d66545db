"""The error tree: every mistake that a person can be told about in one plain sentence."""


class StorylineError(Exception):
    """A failure with one plain sentence for a person; `str(error)` is that sentence."""


class UnreadableInput(StorylineError):
    """A file or page that holds no story: empty, binary, the wrong shape. Nothing was stored."""


class InvalidStory(StorylineError):
    """A story that was read but contradicts itself: two facts under one key, half an FAQ pair."""


class UnknownStory(StorylineError):
    """A slug that no stored story has."""


class StoreError(StorylineError):
    """The database cannot be used: from a newer version, locked for too long, not a database."""


class InvalidSettings(StorylineError):
    """A setting that is unknown or has no usable value; never shows the value."""


class UnwritableOutput(StorylineError):
    """A file that was asked for and cannot be written."""
