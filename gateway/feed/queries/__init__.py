"""The feed as it stands now: the hub that everybody reads from, and how a reader catches up."""

from gateway.feed.queries.catch_up import opening
from gateway.feed.queries.hub import Hub, Reader

__all__ = ["Hub", "Reader", "opening"]
