"""The front door: offices, staff, tablets, sessions; the feed; the way to every service."""
