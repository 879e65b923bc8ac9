"""The live feed: what changed, pushed at once to everybody who may see it."""
