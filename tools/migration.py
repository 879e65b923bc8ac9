"""`make migration s=orders m="add remnants"`: write a revision from the tables' difference."""

import shutil
import sys
import tempfile
from pathlib import Path

from chassis.cli import find
from chassis.migrations import new_revision
from deploy.embedded.databases import Secrets, provision
from deploy.embedded.servers import ServerSet


def main() -> None:
    """Start a throw-away PostgreSQL, bring it to the newest revision, compare, write."""
    name, message = sys.argv[1], sys.argv[2]
    root = Path(tempfile.mkdtemp(prefix="vitrazh-migration-"))
    try:
        with ServerSet(
            root=root, zipkin=False, mail=False, sms=False, prefer_usual_ports=False
        ) as servers:
            urls = provision(servers.pg_dsn_super, [name], Secrets(root / "secrets.json"))
            new_revision(find(name), urls[name].owner_url, message)
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
