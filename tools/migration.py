"""`make migration s=orders m="remnants"`: write a revision from the tables' difference."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from chassis.cli import find
from chassis.migrations import new_revision
from deploy.embedded.credentials import Secrets
from deploy.embedded.databases import provision
from deploy.embedded.servers import ServerSet

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Start a throw-away PostgreSQL, bring it to the newest revision, compare, write, format."""
    name, message = sys.argv[1], sys.argv[2]
    service = find(name)
    root = Path(tempfile.mkdtemp(prefix="vitrazh-migration-"))
    try:
        with ServerSet(
            root=root, zipkin=False, mail=False, sms=False, prefer_usual_ports=False
        ) as servers:
            urls = provision(servers.pg_dsn_super, [name], Secrets(root / "secrets.json"))
            new_revision(service, urls[name].owner_url, message)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    tidy(service.migrations / "versions")


def tidy(folder: Path) -> None:
    """Bring what alembic wrote to the project's form: imports, quotes."""
    ruff = [sys.executable, "-m", "ruff"]
    subprocess.run([*ruff, "check", "--fix", "--quiet", str(folder)], cwd=ROOT, check=True)
    subprocess.run([*ruff, "format", "--quiet", str(folder)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
