"""What the screens need on this machine: Node.js packages, the built apps, a browser for tests."""
