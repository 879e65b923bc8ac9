"""Faults of the bus, the feed and the providers, on a whole system of the folder's own."""
