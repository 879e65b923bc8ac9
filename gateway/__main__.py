"""Entry of the process: `python -m gateway --role all|api|worker`."""

from chassis.run import main
from gateway.app import service

main(service)
