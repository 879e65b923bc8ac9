"""Wrong guesses cost time: a delay that grows, never a lock for ever."""
