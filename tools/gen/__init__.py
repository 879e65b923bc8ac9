"""The one generator: what can be read off the code is written from it, and checked for drift."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
MARK = "Written by `make gen`; do not edit."

Files = dict[str, str]
"""Path from the repository's root → text."""
