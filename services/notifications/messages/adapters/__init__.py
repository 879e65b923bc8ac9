"""Providers that carry a letter to the client."""
