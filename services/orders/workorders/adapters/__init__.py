"""The outside world as the work orders need it."""
