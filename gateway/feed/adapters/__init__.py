"""How the feed reaches the log of facts."""
