"""Every database to its newest schema and every topic, in one process.

The same as `vitrazh migrate <service>` for each and `vitrazh topics`; five processes would each
load everything again, which is most of the time of a first start.
"""

import asyncio
import json
import os

from chassis.cli import find
from chassis.kafka import make_topics
from chassis.migrations import migrate
from chassis.settings import Settings

OWNER_URLS = "VITRAZH_OWNER_URLS"


def main() -> None:
    """Migrate with the owners' addresses (a JSON object in the environment), then make topics."""
    for service, url in json.loads(os.environ[OWNER_URLS]).items():
        print(f"{service}: {migrate(find(service), url)}", flush=True)
    made = asyncio.run(make_topics(Settings()))
    print(f"topics made: {', '.join(made) or 'none, all are there'}")


if __name__ == "__main__":
    main()
