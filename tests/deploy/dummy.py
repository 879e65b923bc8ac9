"""A stand-in for a service: answers its health page, writes JSON lines, dies when asked."""

import json
import os
import signal
import sys
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from deploy.embedded.processes import Process, Step, Table

MODULE = "tests.deploy.dummy"
TELL = """
import json, os, pathlib
pathlib.Path(os.environ["VITRAZH_DEMO_FILE"]).write_text(json.dumps({
    "logins": [{"login": "ivanova", "password": "secret", "who": "office L"}],
    "pairing": [{"what": "workshop", "code": "123-456"}],
    "try": ["open the gateway"],
}))
"""
CHECK = "import os; assert 'orders_owner' in os.environ['VITRAZH_DATABASE_OWNER_URL']; print('ok')"
TABLE = Table(
    processes=(
        Process("gateway", "gateway", MODULE, 8080),
        Process("orders", "orders", MODULE, 8082),
    ),
    before=(Step("migrate orders", (sys.executable, "-c", CHECK), "orders", as_owner=True),),
    seed=Step("seed", (sys.executable, "-c", TELL), "gateway"),
    services=("gateway", "orders"),
    traces=False,
)
LONG_STORY = replace(
    TABLE,
    before=(),
    seed=Step("seed", (sys.executable, "-c", "import time; time.sleep(250)"), "gateway"),
)
BROKEN = Table(
    processes=(),
    before=(Step("migrate orders", (sys.executable, "-c", "raise ValueError('no such table')")),),
    services=("orders",),
    traces=False,
)


class Door(BaseHTTPRequestHandler):
    """Ready at once; POST /die ends the process with a last error line."""

    def do_GET(self) -> None:
        body = json.dumps(dict(os.environ)).encode()
        self.send_response(200 if self.path in {"/health/ready", "/env"} else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        print(json.dumps({"level": "error", "event": "the glass broke"}), flush=True)
        self.send_response(202)
        self.end_headers()
        threading.Timer(0.05, os._exit, [7]).start()

    def log_message(self, *_: object) -> None:
        """Say nothing a request."""


def main() -> None:
    """Serve until SIGTERM."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    port = int(os.environ["VITRAZH_HTTP_PORT"])
    ThreadingHTTPServer((os.environ["VITRAZH_HTTP_HOST"], port), Door).serve_forever()


if __name__ == "__main__":
    main()
