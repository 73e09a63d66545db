"""How items come in from outside the channel: fetching, feeds, a watched folder."""
