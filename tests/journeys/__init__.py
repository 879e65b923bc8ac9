"""The whole system through its public API, as people and tablets use it."""
