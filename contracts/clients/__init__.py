"""Published words of the clients service."""
