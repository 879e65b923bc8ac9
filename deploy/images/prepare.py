"""The two one-shot steps before the first start on images: passwords, then databases and keys.

Each secret goes into the folder (a volume of its own) of the one who may read it; migrations have
theirs apart, so that a service never holds the owner's address.
"""

import sys
from pathlib import Path

from deploy.embedded.credentials import Secrets
from deploy.embedded.databases import SERVICES, provision

SUPERUSER = "postgres"


def write(path: Path, text: str) -> None:
    """Write a secret for the one container (of another user) that mounts this folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.write_text(text, encoding="utf-8")
    aside.chmod(0o444)
    aside.replace(path)


def keeper(folder: Path) -> Secrets:
    """Open the store that only these steps mount."""
    return Secrets(folder / "keeper" / "secrets.json")


def passwords(folder: Path) -> None:
    """Make the servers' passwords; what exists is kept."""
    secrets = keeper(folder)
    write(folder / "postgres" / "password", secrets.password("postgres_superuser"))
    valkey = secrets.password("valkey")
    write(folder / "valkey" / "password", valkey)
    for service in SERVICES:
        write(folder / service / "valkey_url", f"redis://:{valkey}@valkey:6379/0")
    write(folder / "notifications" / "sms_secret", secrets.password("sms_reports"))


def databases(folder: Path) -> None:
    """Make databases, roles and signing keys on the running server."""
    secrets = keeper(folder)
    password = secrets.password("postgres_superuser")
    dsn = f"postgresql://{SUPERUSER}:{password}@postgres:5432/postgres"
    for service, urls in provision(dsn, SERVICES, secrets).items():
        write(folder / service / "database_url", urls.app_url)
        write(folder / "migrations" / f"{service}_owner_url", urls.owner_url)
    private, public = secrets.signing_keys()
    write(folder / "gateway" / "signing_private_key.pem", private)
    for service in SERVICES:
        write(folder / service / "signing_public_key.pem", public)


def main() -> None:
    """Run `passwords` or `databases`."""
    {"passwords": passwords, "databases": databases}[sys.argv[1]](Path("/secrets"))


if __name__ == "__main__":
    main()
