"""The player: the session on the clock, and everything it shows."""
