"""The client base: who orders, how to reach him, in what language."""
