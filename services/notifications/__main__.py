"""Entry of the process: `python -m services.notifications --role all|api|worker`."""

from chassis.run import main
from services.notifications.app import service

main(service)
