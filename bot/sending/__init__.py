"""How messages go out: the HTTP client, its pace, its errors, and alerts from the outbox to the chat."""
