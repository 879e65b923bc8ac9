"""A page is at rest when what it fetched has come and is drawn, and not before."""

import asyncio

import pytest
from playwright.async_api import Browser, Route

from tests.security.quiet import Quiet

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

PAGE = """<p>waiting</p><script>
fetch("/slow").then(answer => answer.text()).then(text => requestAnimationFrame(
  () => { document.querySelector("p").textContent = text }))
fetch("/api/feed")
</script>"""


async def test_a_page_rests_when_what_it_fetched_is_drawn(browser: Browser) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    come = asyncio.Event()

    async def answer(route: Route) -> None:
        if route.request.url.endswith("/slow"):
            await come.wait()
            await route.fulfill(body="here")
        elif not route.request.url.endswith("/api/feed"):
            await route.fulfill(body=PAGE, content_type="text/html")

    await page.route("**/*", answer)
    quiet = Quiet(context)
    await page.goto("http://slow.example/")
    resting = asyncio.create_task(quiet.rest(page))
    await page.evaluate("new Promise(done => requestIdleCallback(done))")
    assert not resting.done()
    come.set()
    await resting

    assert await page.locator("p").inner_text() == "here"
    await context.close()
