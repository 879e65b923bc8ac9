"""A tablet in the browser, as a worker with gloves uses it: taps alone, and they are counted."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.async_api import Locator, Page, expect

from chassis.testing import until
from deploy.demo.pieces import HALLWAY
from deploy.demo.town import Town
from deploy.demo.walk import Cast
from tests.browser.fixtures import PairingCode, TabletPage

MAIN_PX: Final = 118
OTHER_PX: Final = 88
GAP_PX: Final = 16
RIM_PX: Final = 24
# Every target on the screen that a finger can reach now: what it is called, and its box.
TARGETS: Final = """() => [...document.querySelectorAll("button, label.press, input")]
  .filter(one => one.offsetParent !== null || one.getClientRects().length)
  .map(one => {
    const box = one.getBoundingClientRect();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    if (box.width <= 1 || !top || !(one === top || one.contains(top) || top.contains(one))) return null;
    return {
      name: (one.getAttribute("aria-label") ?? one.textContent ?? "").trim(),
      main: one.classList.contains("main"),
      inside: one.parentElement.closest("button") !== null,
      x: box.x, y: box.y, width: box.width, height: box.height,
    };
  })
  .filter(one => one !== null && !one.inside)"""


@dataclass(slots=True)
class Tablet:
    """One paired tablet with its worker."""

    page: Page
    taps: list[str] = field(default_factory=list)

    async def pair(self, code: str, name: str = "Стол раскроя") -> None:
        """Type the administrator's code."""
        await self.page.get_by_label("Код подключения").fill(code)
        await self.page.get_by_label("Как называть этот планшет").fill(name)
        await self.page.get_by_role("button", name="Подключить").click()
        await expect(self.page.get_by_text("Кто у планшета?").first).to_be_visible()

    async def sign_in(self, name: str = "Волков", pin: str = "2468") -> None:
        """Choose a tile, type the PIN."""
        await self.page.get_by_role("button", name=name).click()
        for digit in pin:
            await self.page.get_by_role("button", name=digit, exact=True).click()
        await self.page.get_by_role("button", name="Войти").click()
        await expect(self.page.get_by_role("button", name="Сменить работника")).to_be_visible()
        await self.page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")

    async def choose_tile(self, name: str = "Волков") -> None:
        """Without network: only the name."""
        await self.page.get_by_role("button", name=name).click()
        unverified = self.page.get_by_role("button", name="Без проверки")
        if await unverified.count():
            await unverified.click()
        await expect(self.page.get_by_role("button", name="Сменить работника")).to_be_visible()

    def card(self, number: str) -> Locator:
        """The order in the queue."""
        return self.page.get_by_role("listitem").filter(has_text=number)

    def button(self, name: str) -> Locator:
        """A button by what stands on it."""
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}"))

    async def open(self, number: str) -> None:
        """Tap a card."""
        await expect(self.card(number)).to_be_visible(timeout=20_000)
        await self.card(number).get_by_role("button").first.tap()
        self.taps.append(number)
        await expect(self.page.get_by_role("heading", name=number)).to_be_visible()

    async def tap(self, name: str) -> None:
        """Tap a button; a second tap at once on the same place does nothing more."""
        await self.button(name).first.tap()
        self.taps.append(name)

    async def step(self, name: str, then: str) -> None:
        """Tap until the next button is there: for 600 ms after a change a tap is not taken."""
        count = len(self.taps)

        async def taken() -> bool:
            if await self.button(then).first.is_visible():
                return True
            if await self.button(name).first.is_visible():
                await self.tap(name)
            return False

        await until(taken, seconds=20, every=0.7)
        self.taps[count:] = [name]

    async def back(self) -> None:
        """Go to the queue."""
        await self.page.get_by_role("button", name=re.compile("^Очередь|К очереди")).first.tap()

    async def targets(self) -> list[dict[str, Any]]:
        """Return everything that a finger can reach."""
        found: list[dict[str, Any]] = await self.page.evaluate(TARGETS)
        return found

    async def misfits(self, *, main_px: int = MAIN_PX) -> list[str]:
        """Say which targets a glove would miss; nothing is said of keys of a pad's neighbours."""
        view = self.page.viewport_size
        assert view is not None
        wrong: list[str] = []
        for one in await self.targets():
            least = main_px if one["main"] else OTHER_PX
            right, bottom = one["x"] + one["width"], one["y"] + one["height"]
            if one["height"] < least - 0.5 or one["width"] < OTHER_PX - 0.5:
                wrong.append(f"{one['name']}: {one['width']:.0f}×{one['height']:.0f} px")
            rims = (one["x"], one["y"], view["width"] - right, view["height"] - bottom)
            # What scrolls may be cut off by its frame; that is no rim of the screen.
            if min(rims[0], rims[2]) < RIM_PX - 0.5:
                wrong.append(f"{one['name']}: {min(rims):.0f} px from the rim")
        return wrong

    async def mains(self) -> list[str]:
        """Return the names of what is to be pressed: never more than one."""
        return [one["name"] for one in await self.targets() if one["main"]]


async def placed(cast: Cast, *lines: Any) -> Any:
    """Ivanova orders; the draft waits at the desk."""
    body = {"client_id": cast.clients["ivanova"], "items": list(lines) or [HALLWAY]}
    return await cast.desks["Л"].post("/api/work-orders", body)


async def handed_over(cast: Cast, *lines: Any) -> Any:
    """The same, in the shop's hands."""
    order = await placed(cast, *lines)
    return await cast.desks["Л"].post(f"/api/work-orders/{order['id']}/hand-over", If_Match='"1"')


async def at_work(tablet_page: TabletPage, pairing_code: PairingCode, **screen: Any) -> Tablet:
    """Pair a tablet; Volkov takes it."""
    tablet = Tablet(await tablet_page(**screen))
    await tablet.pair(await pairing_code())
    await tablet.sign_in()
    return tablet


async def pass_control(tablet: Tablet) -> None:
    """Look at the piece, find it good."""
    await tablet.step("Контроль", "Контроль пройден")
    await tablet.step("Контроль пройден", "К очереди")


async def steps_of(town: Town, order_id: str) -> list[str]:
    """Return what the shop did, in the order in which the server took it."""
    history = await town.cast.desks["Л"].get(f"/api/work-orders/{order_id}/history?limit=100")
    verbs = {
        "take-back": "taken-back",
        "accept": "accepted",
        "start": "work-started",
        "pause": "work-paused",
        "finish": "work-finished",
        "pass-control": "control-passed",
        "fail-control": "control-failed",
    }
    found = (row["action"].rpartition(".")[2] for row in reversed(history["items"]))
    return [verbs[action] for action in found if action in verbs]
