"""The first administrator of a system that a tool or a test started for itself."""

import sys

from deploy.demo import people
from deploy.embedded.credentials import write_private
from deploy.embedded.processes import Step
from deploy.embedded.system import System


def make_admin(system: System) -> None:
    """Make him by the operator's command."""
    password = system.root / "admin-password"
    write_private(password, people.PASSWORD)
    command = f"VITRAZH_ADMIN_PASSWORD_FILE={password}"
    words = ("env", command, sys.executable, "-m", "chassis.cli", "admin", "--login", people.ADMIN)
    system.run_step(Step("admin", words, service="gateway"))
