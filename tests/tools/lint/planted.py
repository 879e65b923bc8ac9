"""One breach for each house rule, and the same line where it is allowed."""

LONG = "\n".join(["x = 1"] * 301)
FUNCTION = "def f() -> None:\n" + "    x = 1\n" * 40
TEST = "def test_f() -> None:\n" + "    x = 1\n" * 60
DOOR = "def door() -> None:\n" + "    x = 1\n" * 6
NESTED = "def door() -> None:\n    if a:\n" + "        x = 1\n" * 5
DOMAIN = "services/orders/workorders/domain.py"
COMMANDS = "services/orders/workorders/commands.py"
HTTP = "services/orders/workorders/http.py"

# code, file where it is a breach, the breach
PLANTED = [
    ("TX01", COMMANDS, "await db.commit()"),
    ("TX01", "gateway/access/commands.py", "await db.rollback()"),
    ("CLK01", DOMAIN, "datetime.now(UTC)"),
    ("CLK01", COMMANDS, "datetime.datetime.utcnow()"),
    ("CLK01", "chassis/relay.py", "time.time()"),
    ("CLK01", DOMAIN, "date.today()"),
    ("NUM01", DOMAIN, "price: float = rate"),
    ("NUM01", DOMAIN, "half = 0.5"),
    ("NUM01", "services/orders/workorders/tables.py", "Column('x', sa.Float)"),
    ("NUM01", "contracts/orders/events.py", "width: float"),
    ("SQL01", COMMANDS, "text('select 1')"),
    ("SQL01", HTTP, "sa.text(f'select {x}')"),
    ("SQL01", COMMANDS, "await db.execute('delete from orders')"),
    ("BUS01", "services/orders/workorders/bus.py", "@broker.subscriber('t')\ndef f(): ..."),
    ("MID01", "chassis/http.py", "from starlette.middleware.base import BaseHTTPMiddleware"),
    ("MID01", "gateway/app.py", "x = base.BaseHTTPMiddleware"),
    ("MID01", "gateway/app.py", "@app.middleware('http')\ndef f(): ..."),
    ("LOG01", COMMANDS, "log.info(f'order {order}')"),
    ("LOG01", COMMANDS, "self._logger.warning('order {}'.format(order))"),
    ("LOG01", "deploy/x.py", "logging.error('order %s' % order)"),
    ("TST01", "tests/services/orders/test_x.py", "await asyncio.sleep(1)"),
    ("TST01", "tests/conftest.py", "time.sleep(0.1)"),
    ("DOOR01", HTTP, DOOR),
    ("DOOR01", "gateway/access/jobs.py", NESTED),
    ("DOOR01", "gateway/proxy/http/forward.py", DOOR),
    ("NUM01", "services/orders/workorders/domain/shape.py", "half = 0.5"),
    ("PTH01", "deploy/x.py", "ROOT = '/home/anna/vitrazh'"),  # lint-skip: PTH01 planted
    ("PTH01", "tests/x.py", "run('cat /home/someone/file')"),  # lint-skip: PTH01 planted
    ("BUD01", DOMAIN, LONG),
    ("BUD02", DOMAIN, FUNCTION),
    ("BUD02", "tests/test_x.py", TEST),
]

# code, file, the same thing where it is allowed
ALLOWED = [
    ("TX01", "chassis/db.py", "await db.commit()"),
    ("CLK01", "chassis/clock.py", "datetime.now(UTC)"),
    ("CLK01", DOMAIN, "clock.now()"),
    ("NUM01", DOMAIN, "Decimal('0.5')"),
    ("NUM01", "services/orders/workorders/queries.py", "half = 0.5"),
    ("SQL01", "services/orders/workorders/queries.py", "text('select 1')"),
    ("SQL01", COMMANDS, "error.text('en')"),
    ("SQL01", COMMANDS, "await db.execute(select(table))"),
    ("BUS01", "chassis/bus.py", "@broker.subscriber('t')\ndef f(): ..."),
    ("MID01", "chassis/http.py", "app.add_middleware(Problems)"),
    ("LOG01", COMMANDS, "log.info('order-placed', order=order)"),
    ("LOG01", COMMANDS, "math.log(f'x')"),
    ("TST01", "tests/x.py", "await asyncio.sleep(0)"),
    ("TST01", "chassis/relay.py", "await asyncio.sleep(1)"),
    ("DOOR01", HTTP, 'def door() -> None:\n    """Say it."""\n' + "    x = 1\n" * 5),
    ("DOOR01", COMMANDS, DOOR),
    ("DOOR01", HTTP, "class Stream:\n    async def run(self) -> None:\n" + "        x = 1\n" * 6),
    ("DOOR01", "chassis/http/routes.py", DOOR),
    ("SQL01", "gateway/access/queries/staff.py", "text('select 1')"),
    ("PTH01", HTTP, "router.get('/work-orders/{id}')"),
    ("BUD01", DOMAIN, LONG[:-6]),
    ("BUD01", "services/orders/migrations/versions/0001_first.py", LONG),
    ("BUD02", DOMAIN, FUNCTION[:-10]),
    ("BUD02", DOMAIN, 'def f() -> None:\n    """' + "\n" * 40 + '"""\n    x = 1\n'),
    ("BUD02", "tests/test_x.py", FUNCTION),
    ("BUD02", "services/orders/migrations/0001_first.py", FUNCTION),
]
