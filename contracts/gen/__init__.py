"""Written by `make gen`; do not edit."""
