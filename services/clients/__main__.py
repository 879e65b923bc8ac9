"""Entry of the process: `python -m services.clients --role all|api|worker`."""

from chassis.run import main
from services.clients.app import service

main(service)
