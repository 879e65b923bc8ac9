"""The accessibility rules of axe-core, all of them, on what a page shows now."""

import json
from functools import cache
from typing import Any, Final

from playwright.async_api import Page

from deploy.embedded import paths

SOURCE: Final = paths.REPO / "web" / "node_modules" / "axe-core" / "axe.min.js"
# Every rule runs; what is in order is only not written out node by node.
RUN: Final = (
    "axe.run(document, { resultTypes: ['violations'] })"
    ".then(found => JSON.stringify(found.violations))"
)


@cache
def _source() -> str:
    return SOURCE.read_text(encoding="utf-8")


async def axe(page: Page) -> list[str]:
    """Give what axe finds, a line each: rule, impact, what is wrong, where."""
    session = await page.context.new_cdp_session(page)
    try:
        # The debugger's own evaluation is not under the page's security policy.
        await _evaluate(session, f"globalThis.axe ? 0 : (() => {{ {_source()} }})()")
        violations = json.loads(await _evaluate(session, RUN))
    finally:
        await session.detach()
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: {', '.join(_places(one))}"
        for one in violations
    ]


async def _evaluate(session: Any, expression: str) -> Any:
    told = {"expression": expression, "awaitPromise": True, "returnByValue": True}
    answer = await session.send("Runtime.evaluate", told)
    if "exceptionDetails" in answer:
        raise RuntimeError(f"axe could not run: {answer['exceptionDetails']}")
    return answer["result"].get("value")


def _places(violation: dict[str, Any]) -> list[str]:
    return [" ".join(map(str, node["target"])) for node in violation["nodes"]]
