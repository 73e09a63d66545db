"""How updates come in: polled or pushed, kept before they are confirmed, in their order inside a chat."""
