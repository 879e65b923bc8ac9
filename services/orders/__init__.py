"""Orders: work orders and their way through the shops."""
