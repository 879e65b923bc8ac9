"""Scaffold of a slice: every room with one plain example, green from the first minute."""
