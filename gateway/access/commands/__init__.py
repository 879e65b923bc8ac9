"""Writes of access: staff, sessions, API tokens."""
