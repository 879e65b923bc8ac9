"""The way from the one door to the service that owns the thing."""
