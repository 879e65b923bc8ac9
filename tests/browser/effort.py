"""What a person does to a page: clicks, keys and fields, counted by the page itself."""

from dataclasses import dataclass
from typing import Final

from playwright.async_api import BrowserContext, Page

# Enter on a button clicks it too: only the pointer's own clicks count. A key that is held down
# counts once, and so does a modifier together with its key.
COUNTER: Final = """(() => {
  const fields = new WeakSet();
  const told = { clicks: 0, keys: 0, fields: 0, typed: "" };
  Object.defineProperty(window, "__effort", { value: told });
  const hear = (kind, listener) => window.addEventListener(kind, event => {
    if (event.isTrusted) listener(event);
  }, { capture: true, passive: true });
  hear("pointerdown", () => { told.clicks += 1; });
  hear("keydown", event => {
    if (!event.repeat && !["Control", "Shift", "Alt", "Meta"].includes(event.key)) told.keys += 1;
  });
  hear("input", event => {
    if (fields.has(event.target)) return;
    fields.add(event.target);
    told.fields += 1;
  });
})()"""


@dataclass(frozen=True, slots=True)
class Effort:
    """Clicks of the pointer, keys pressed, fields written into."""

    clicks: int
    keys: int
    fields: int

    def __sub__(self, earlier: "Effort") -> "Effort":
        """Give what was done since."""
        return Effort(
            self.clicks - earlier.clicks, self.keys - earlier.keys, self.fields - earlier.fields
        )


async def count_effort(context: BrowserContext) -> None:
    """Count in every page that the context opens or loads from now on."""
    await context.add_init_script(COUNTER)


async def effort(page: Page) -> Effort:
    """Tell what was done to the page since it was loaded."""
    told = await page.evaluate("window.__effort")
    return Effort(told["clicks"], told["keys"], told["fields"])
