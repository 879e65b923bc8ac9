"""Reads of access: staff, sessions, API tokens."""
