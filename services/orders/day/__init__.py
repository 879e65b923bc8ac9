"""The desk's day: what waits for a person, and for whom."""
