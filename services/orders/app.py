"""The orders service: its slices and what they need of the world."""

from pathlib import Path

from chassis.files import Files
from chassis.service import Service, Slice
from chassis.settings import Settings
from contracts.topics import WORK_ORDERS
from services.orders.day import http as day
from services.orders.production import http as shop_floor
from services.orders.production import jobs as shop_floor_jobs
from services.orders.production import queries as shop_floor_queries
from services.orders.production import tables as shop_floor_tables
from services.orders.workorders import bus, http, jobs, queries, tables
from services.orders.workorders.adapters.pictures import PillowPictures
from services.orders.workorders.ports import Pictures


def _pictures(_settings: Settings) -> Pictures:
    return PillowPictures()


service = Service(
    name="orders",
    slices=(
        Slice(
            name="production",  # its fixed paths (`/queue`) stand before `/{order_id}`
            routes=(shop_floor.queue, shop_floor.board, shop_floor.tablet),
            jobs=shop_floor_jobs.jobs,
            metadata=shop_floor_tables.metadata,
        ),
        Slice(
            name="workorders",
            routes=(http.router,),
            consumers=(bus.consumers,),
            jobs=jobs.jobs,
            metadata=tables.metadata,
        ),
        Slice(name="day", routes=(day.router,)),
    ),
    migrations=Path(__file__).parent / "migrations",
    republish={WORK_ORDERS: queries.states(shop_floor_queries.progress)},
    ports={Files: Files.of, Pictures: _pictures},
)
