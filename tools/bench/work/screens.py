"""The screens in two real browsers: a click at the desk → the row painted on the tablet.

Browser, tablet and the whole system share the machine; a picture is painted at the next frame, so
that nothing is quicker than 17 ms.
"""

import asyncio
from typing import Any, Final

from playwright.async_api import Browser, BrowserContext, Page

from deploy.demo.walk import Cast
from tests.browser.fixtures import sign_in
from tests.browser.sizes import context_options
from tests.browser.start import started
from tools.bench.stats import Series
from tools.bench.work import hand_off

# Both pages live on this machine: timeOrigin + now is one clock for them.
NOW: Final = "performance.timeOrigin + performance.now()"
ON_CLICK: Final = f"""() => addEventListener("click", () => {{
  globalThis.clicked = {NOW};
}}, {{ capture: true, once: true }})"""
ON_PAINT: Final = f"""number => {{
  globalThis.painted = new Promise(done => {{
    const look = () => document.body.textContent.includes(number) && (
      eyes.disconnect(),
      // A message sent just before a frame is painted is read right after it.
      requestAnimationFrame(() => {{
        const {{ port1, port2 }} = new MessageChannel();
        port1.onmessage = () => done({NOW});
        port2.postMessage(null);
      }})
    );
    const eyes = new MutationObserver(look);
    eyes.observe(document.body, {{ childList: true, subtree: true, characterData: true }});
    look();
  }});
}}"""
FRAMES: Final = """async () => {
  const tables = [...document.querySelectorAll("table[aria-rowcount]")];
  const box = tables.find(one => Number(one.ariaRowCount) > 1000).parentElement;
  box.scrollIntoView();
  const frame = () => new Promise(requestAnimationFrame);
  const frames = [];
  let last = await frame();
  for (let step = 1; step <= 300; step += 1) {
    box.scrollTop = (box.scrollHeight * step) / 300;
    const now = await frame();
    frames.push((now - last) / 1000);
    last = now;
  }
  return frames;
}"""


async def measure(base: str, cast: Cast, code: str, count: int) -> list[Series]:
    """Measure hand-over to paint, the tablet's reload without network, and a long list's frames."""
    async with started() as browser:
        desk = await _desk(browser, base)
        tablet, context = await _tablet(browser, base, code)
        painted = await _hand_overs(desk, tablet, cast, base, count)
        reloads = await _offline_reloads(tablet, context)
        frames = await _frames(desk, base)
        return [painted, reloads, frames]


async def _desk(browser: Browser, base: str) -> Page:
    context = await browser.new_context(**context_options("office", "ru", "light"))
    await sign_in(context, base, "sokolova")
    return await context.new_page()


async def _tablet(browser: Browser, base: str, code: str) -> tuple[Page, BrowserContext]:
    context = await browser.new_context(**context_options("tablet", "ru", "light"))
    page = await context.new_page()
    await page.goto(f"{base}/shop/")
    await pair(page, code, "Стол раскроя")
    return page, context


async def pair(page: Page, code: str, name: str) -> None:
    """Pair an unpaired tablet, and look at its queue as nobody."""
    await page.get_by_label("Код подключения").fill(code)
    await page.get_by_label("Как называть этот планшет").fill(name)
    await page.get_by_role("button", name="Подключить").click()
    await page.get_by_role("button", name="Только посмотреть").click()
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")


async def _hand_overs(desk: Page, tablet: Page, cast: Cast, base: str, count: int) -> Series:
    times = []
    for _ in range(count):
        order = await cast.desks["Л"].post("/api/work-orders", hand_off.body_of(cast))
        times.append(await _hand_over(desk, tablet, base, order))
    return Series("click «Передать в цех» → row painted on the tablet", times)


async def _hand_over(desk: Page, tablet: Page, base: str, order: dict[str, Any]) -> float:
    await desk.goto(f"{base}/orders/{order['id']}")
    button = desk.get_by_role("button", name="Передать в цех").first
    await button.wait_for()
    await desk.evaluate(ON_CLICK)
    await tablet.evaluate(ON_PAINT, order["number"])
    await button.click()
    painted = await asyncio.wait_for(tablet.evaluate("globalThis.painted"), 30)
    return float((painted - await desk.evaluate("globalThis.clicked")) / 1000)


async def _offline_reloads(tablet: Page, context: BrowserContext, count: int = 20) -> Series:
    """From the start of the navigation to the first row, without network."""
    times = []
    await context.set_offline(offline=True)
    for _ in range(count):
        await tablet.reload(wait_until="commit")
        await tablet.get_by_role("listitem").first.wait_for()
        times.append(await tablet.evaluate("performance.now() / 1000"))
    await context.set_offline(offline=False)
    return Series("tablet: reload without network → queue on the screen", times)


async def _frames(desk: Page, base: str) -> Series:
    """Frames while a list of 5,000 rows is scrolled from end to end."""
    await desk.goto(f"{base}/gallery")
    await desk.locator("table[aria-rowcount]").first.wait_for()
    return Series("frame while 5,000 rows are scrolled", await desk.evaluate(FRAMES))
