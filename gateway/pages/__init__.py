"""The built web apps: the office at `/`, the workshop at `/shop/`."""
