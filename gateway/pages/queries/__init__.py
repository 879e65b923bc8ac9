"""What the pages read: the built files, and the words of the page that says there are none."""

from gateway.pages.queries.files import File, find
from gateway.pages.queries.words import words

__all__ = ["File", "find", "words"]
