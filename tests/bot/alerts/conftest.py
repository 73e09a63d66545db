"""A page in the channel's format, in our own words."""

import pytest

PAGE = """AI Read the original on The Gazette 3 min read 12

City library gets a reading room for old maps

The city library opens a room for old maps this autumn. It holds nine hundred sheets.

According to The Gazette, the room was paid for by readers.

What the room holds

Nine hundred sheets were drawn before 1900.

  • Globes: Two of them stand at the door.
  • Lamps: Every desk has one.

FAQ

When does the reading room open?
It opens at nine on weekdays.
Who paid for it?
Readers paid for it with gifts.
Telegram

Alerts for new posts in «City»

@citylibrarynews
"""


@pytest.fixture
def page_text() -> str:
    """The text of a page."""
    return PAGE
