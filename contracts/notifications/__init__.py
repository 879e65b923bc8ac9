"""Published words of the notifications service."""
