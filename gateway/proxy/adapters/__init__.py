"""How the proxy reaches the services."""
