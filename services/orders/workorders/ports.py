"""What the slice needs of the world outside: a painter that makes a picture smaller."""

from typing import Protocol


class Pictures(Protocol):
    """Draws photographs and drawings anew, small and without what a camera hides in them."""

    async def shrink(self, data: bytes) -> bytes:
        """Return the picture as JPEG of at most 1600 px.

        Raises:
            PictureUnreadable: it is no picture, or larger than anybody draws.
        """
        ...
