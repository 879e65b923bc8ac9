"""Starts the browser and makes sure that letters are really painted in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from playwright.async_api import Browser, async_playwright

from deploy.web import browser as installed

# Letters of the trade; the last one exists in no font, its box stands for "missing".
LETTERS: Final = ("Ж", "₽")
NOWHERE: Final = "\U000f1a2b"
LEAST_PIXELS: Final = 60
PAINT: Final = """letters => letters.map(letter => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.font = "40px sans-serif";
  pen.fillText(letter, 8, 48);
  const { data } = pen.getImageData(0, 0, 64, 64);
  return data.filter((value, at) => at % 4 === 3).map(value => value > 64 ? 1 : 0).join("");
})"""


class Unpainted(AssertionError):
    """Text would be invisible: every test on such pages would be green for nothing."""


def check(painted: list[str]) -> None:
    """Compare the letters' pixels; raises Unpainted."""
    *letters, missing = painted
    for letter, pixels in zip(LETTERS, letters, strict=True):
        if pixels.count("1") < LEAST_PIXELS:
            raise Unpainted(f"no font: {letter} is not painted")
        if pixels == missing:
            raise Unpainted(f"the fonts have no {letter}: a box is painted")
    if letters[0] == letters[1]:
        raise Unpainted(f"{' and '.join(LETTERS)} look the same")


@asynccontextmanager
async def started() -> AsyncIterator[Browser]:
    """Start the browser, our own when none is installed; raises InstallFailed or Unpainted."""
    chosen = installed.ready(print)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chosen.program, args=list(chosen.args), env={**chosen.environment}
        )
        try:
            page = await browser.new_page()
            check(await page.evaluate(PAINT, [*LETTERS, NOWHERE]))
            await page.close()
            yield browser
        finally:
            await browser.close()
