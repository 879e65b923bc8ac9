"""Where the services answer: `VITRAZH_UPSTREAM_<SERVICE>`."""

from collections.abc import Mapping
from typing import Final

BEGINNING: Final = "VITRAZH_UPSTREAM_"


def addresses_in(environment: Mapping[str, str]) -> dict[str, str]:
    """Return service → base address."""
    return {
        name.removeprefix(BEGINNING).lower().replace("_", "-"): value
        for name, value in environment.items()
        if name.startswith(BEGINNING) and value
    }
