"""From the outside world into a Story."""
