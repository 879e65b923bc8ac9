"""What a stranger, a thief or a foreign page tries, against the whole system through its door."""
