"""Enter the demo story through the public API; refuses to do it twice.

Reads VITRAZH_PUBLIC_URL, VITRAZH_DEMO_FILE and, for the first administrator, the gateway's
database settings. Writes log-ins and a pairing code for `make up` to print.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from deploy.demo import people
from deploy.demo.api import Person, Refused
from deploy.demo.orders import ORDERS
from deploy.demo.walk import Cast, Walk, place

SHOWN = ("sokolova", "morozova", "kuznetsov", "volkov", "vetrova", "orlov")
TRY = (
    "войдите как sokolova и во втором окне как kuznetsov; откройте черновик и передайте в цех",
    "заказ появится у kuznetsov сразу; примите его, начните, закончите, пройдите контроль",
    "через минуту клиент получит одно СМС или письмо: смотрите страницы почты и СМС",
)


def make_admin() -> None:
    """Make the first administrator by the operator's command."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(people.PASSWORD)
        file.flush()
        environment = os.environ | {"VITRAZH_ADMIN_PASSWORD_FILE": file.name}
        command = [sys.executable, "-m", "chassis.cli", "admin", "--login", people.ADMIN]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


async def make_offices(admin: Person) -> dict[str, str]:
    """Open the offices; return letter → id."""
    made = {}
    for letter, office in people.OFFICES.items():
        made[letter] = (await admin.post("/api/offices", office))["id"]
    return made


async def make_staff(admin: Person, offices: dict[str, str]) -> None:
    """Hire everybody, with password and PIN."""
    for person in people.STAFF:
        body = {
            "name": person.name,
            "login": person.login,
            "roles": list(person.roles),
            "grants": list(person.grants),
            "office_id": offices[person.office] if person.office else None,
        }
        made = await admin.post("/api/staff", body)
        await admin.put(f"/api/staff/{made['id']}/password", {"password": people.PASSWORD})
        if person.pin:
            await admin.put(f"/api/staff/{made['id']}/pin", {"pin": person.pin})


async def make_clients(desk: Person, office: str) -> dict[str, str]:
    """Write down the clients; return name in the story → id."""
    made = {}
    for name, client in people.CLIENTS.items():
        made[name] = (await desk.post("/api/clients", client | {"office_id": office}))["id"]
    return made


@asynccontextmanager
async def cast_of(base: str, offices: dict[str, str]) -> AsyncIterator[Cast]:
    """Sign everybody in who acts in the story."""
    async with AsyncExitStack() as stack:

        async def enter(login: str) -> Person:
            person = await Person.signed_in(base, login, people.PASSWORD)
            return await stack.enter_async_context(person)

        desks = {"Л": await enter("sokolova"), "П": await enter("morozova")}
        yield Cast(
            desks=desks,
            shops={"workshop": await enter("volkov"), "art-shop": await enter("vetrova")},
            head=await enter("kuznetsov"),
            offices=offices,
            clients=await make_clients(desks["Л"], offices["Л"]),
        )


async def pairing_codes(admin: Person) -> list[dict[str, str]]:
    """Make a code for a tablet of each shop."""
    words = {"workshop": "планшет цеха", "art-shop": "планшет художественного цеха"}
    codes = []
    for shop, what in words.items():
        made = await admin.post("/api/devices/pairing-codes", {"shop": shop})
        codes.append({"what": what, "code": made["code"]})
    return codes


async def seed(base: str) -> dict[str, Any]:
    """Enter the whole story; return what `make up` prints."""
    async with await Person.signed_in(base, people.ADMIN, people.PASSWORD) as admin:
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        async with cast_of(base, offices) as cast:
            for told in ORDERS:
                await Walk(cast, told, await place(cast, told)).go()
        pairing = await pairing_codes(admin)
    by_login = {person.login: person for person in people.STAFF}
    logins = [{"login": people.ADMIN, "password": people.PASSWORD, "who": "администратор"}]
    logins += [
        {"login": login, "password": people.PASSWORD, "who": _who(by_login[login])}
        for login in SHOWN
    ]
    return {"logins": logins, "pairing": pairing, "try": TRY}


def _who(person: people.Person) -> str:
    roles = {
        "desk": "стол заказов",
        "head-of-production": "начальник производства",
        "workshop": "цех",
        "art-shop": "художественный цех",
        "director": "директор",
    }
    place = f", офис «{people.OFFICES[person.office]['name']}»" if person.office else ""
    return f"{person.name}, {roles[person.roles[0]]}{place}"


def main() -> int:
    """Seed and write the file; 1 if the API refused, with its words."""
    base = os.environ["VITRAZH_PUBLIC_URL"]
    make_admin()
    try:
        told = asyncio.run(seed(base))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    Path(os.environ["VITRAZH_DEMO_FILE"]).write_text(json.dumps(told, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
