"""Entry of the process: `python -m services.orders --role all|api|worker`."""

from chassis.run import main
from services.orders.app import service

main(service)
