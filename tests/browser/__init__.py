"""A real browser for journeys: pages that are signed in, watched, photographed and examined.

A journey asks for what it needs (tests/journeys/conftest.py hands these fixtures out):

    @pytest.mark.journey
    async def test_the_desk_sees_its_day(office_page: OfficePage, shoot: Shoot) -> None:
        page = await office_page("sokolova")
        await expect(page.get_by_role("heading", name="Мой день")).to_be_visible()
        assert await axe(page) == []
        await shoot(page, "day")

- `office_page(login, path="/", *, size="office", language="ru", scheme="light")`: a context of its
  own, signed in as one of deploy/demo/people.py.
- `tablet_page(path="/shop/", *, size="tablet", language="ru")`: a touch screen of its own, not yet
  paired; `await pairing_code()` gives a code to type. A test may open several of both.
- Everything a page complains about (console errors, exceptions, requests that fail, answers of
  500 and more) makes the test fail at its end, unless it said beforehand that it expects so:
  `allow("409", r"ERR_INTERNET_DISCONNECTED")` takes patterns of such lines.
- `shoot(page, name)` stores `.vitrazh/shots/<name>.png`; with VITRAZH_SHOTS_WRITE=1 also the
  picture docs/tutorial/pictures/<name>.png. A failed test leaves `.vitrazh/shots/failed-*.png`.
- `count_effort(context)`, `effort(page)` (tests.browser.effort): clicks, keys and fields that a
  page counted by itself since it was loaded.
- `axe(page)` (tests.browser.axe) gives what axe finds, a line each; `SIZES` (tests.browser.sizes)
  are the screens of design.

No sleeps: `expect(…)` waits by itself. Ad hoc, on a running `make up`:
`.tools/py/bin/python -m tests.browser.look /orders --login sokolova --size office`.
"""
