"""The story that demo, tests and docs tell alike: two offices, one workshop, forty orders."""
