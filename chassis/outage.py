"""Does an error speak of a part that is down, or of what we asked it? One answer for all doors.

A database that is down, restarting, full or out of connections is waited for (consumers, timers)
or answered by 503 (HTTP); a value that no database would take is the record's own fault.
"""

import asyncpg
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

RETRYABLE = {"40001", "40P01", "55P03", "57014"}
"""SQLSTATE of serialization failure, deadlock, lock timeout, statement timeout."""
_CLASSES = {"08", "53", "57"}
"""SQLSTATE classes: connection, insufficient resources, operator's intervention."""
_OF_FILES = (
    FileExistsError,
    FileNotFoundError,
    IsADirectoryError,
    NotADirectoryError,
    PermissionError,
)
"""Kinds of OSError that are mistakes of ours, not a part that is down."""


def sqlstate_of(error: BaseException) -> str:
    """Return PostgreSQL's five characters for an error, wrapped or bare; empty without."""
    inner = error.orig if isinstance(error, DBAPIError) else error
    return str(getattr(inner, "sqlstate", "") or "")


def is_infrastructure(error: BaseException) -> bool:
    """Tell whether the error speaks of a part that is down, not of the record or request.

    A failure while a connection is being opened comes bare from asyncpg, not wrapped.
    """
    if isinstance(error, PoolTimeout | TimeoutError):
        return True
    if isinstance(error, OSError):
        return not isinstance(error, _OF_FILES)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    if state := sqlstate_of(error):
        return state in RETRYABLE or state[:2] in _CLASSES
    if isinstance(error, DBAPIError):
        cause = getattr(error.orig, "__cause__", None)
        if cause is not None:
            return _of_connection(cause)
        return isinstance(error, InterfaceError | OperationalError)
    return _of_connection(error)


def _of_connection(error: BaseException) -> bool:
    """Tell whether asyncpg speaks of its connection; an internal one died within a statement."""
    return isinstance(error, asyncpg.InterfaceError | asyncpg.InternalClientError)
