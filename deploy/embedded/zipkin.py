"""Zipkin: the traces of a running set, kept in memory, with its page on loopback."""

import urllib.request
from collections.abc import Mapping, Sequence

from deploy.embedded import lock, paths
from deploy.embedded.errors import StartFailed
from deploy.embedded.ports import HOST
from deploy.embedded.server import Server, java_stays_in


class Zipkin(Server):
    """The trace collector and its page."""

    name = "zipkin"
    usual_port = 9411
    reasons = (
        "Address already in use",
        "OutOfMemoryError|Could not reserve enough space",
        "APPLICATION FAILED|Application run failed",
    )

    @property
    def url(self) -> str:
        """Give the address of the page."""
        return f"http://{HOST}:{self.port}"

    @property
    def endpoint(self) -> str:
        """Give the address that spans are sent to."""
        return f"{self.url}/api/v2/spans"

    def command(self) -> Sequence[str]:
        """Give the start line; without the address it would listen on every interface."""
        jar = paths.jars() / lock.part("zipkin")[0].file_name
        if not jar.exists():
            reason = "Zipkin is not installed: run `make install`"
            raise StartFailed(reason)
        return [
            str(paths.java()),
            *("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            *java_stays_in(self.folder),
            *("-jar", str(jar)),
            f"--armeria.ports[0].ip={HOST}",
            f"--armeria.ports[0].port={self.port}",
            "--armeria.ports[0].protocols[0]=http",
        ]

    def env(self) -> Mapping[str, str]:
        """Bound its memory: the oldest traces go first."""
        return {"STORAGE_TYPE": "mem", "MEM_MAX_SPANS": "50000", "LOGGING_LEVEL_ROOT": "WARN"}

    def ready(self) -> bool:
        """Ask its health page."""
        try:
            with urllib.request.urlopen(f"http://{HOST}:{self.port}/health", timeout=2) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004 - HTTP
        except OSError:
            return False
