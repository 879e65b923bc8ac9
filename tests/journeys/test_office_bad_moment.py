"""The session ends, the clock is wrong, the storage is full, a file is none: the desk goes on."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import FilePayload, Page, expect

from chassis.clock import now
from deploy.demo import orders as story
from deploy.demo import people
from deploy.demo.town import Town
from tests.browser.fixtures import Allow, OfficePage, OpenContext, Shoot, sign_in
from tests.journeys import office_parts
from tests.journeys.office_orders import ask, client_called, made, now_of, orders_of, photo
from tests.journeys.office_parts import button
from tests.journeys.office_rubbish import NOTHING_RAN, SCRIPTS

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120), pytest.mark.xdist_group("journey")]

UNAUTHORISED: Final = r"401 \(Unauthorized\)"
FULL: Final = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError");
};"""
MIB: Final = 1024 * 1024
REFUSED: Final = "Такой файл не принимаем"


async def signed_in_again(page: Page) -> None:
    """Type log-in and password into the dialog above the page."""
    dialog = page.get_by_role("dialog", name="Войдите ещё раз")
    await dialog.get_by_label("Логин").fill("sokolova")
    await dialog.get_by_label("Пароль").fill(people.PASSWORD)
    await dialog.get_by_role("button", name="Войти").click()
    await expect(dialog).to_have_count(0)


async def new_form(page: Page, town: Town, client: str) -> None:
    """Type a mirror into a new form."""
    await page.goto(f"{town.base}/orders/new?client={client}")
    await office_parts.typed_mirror(page)


async def test_a_lost_session_asks_to_sign_in_and_the_form_goes_on(
    office_page: OfficePage, town: Town, allow: Allow, shoot: Shoot
) -> None:
    allow(UNAUTHORISED)
    client = await client_called(town, "Потерянный Сеанс")
    page = await office_page()
    await new_form(page, town, client)
    await page.context.clear_cookies(name="vitrazh_session")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("dialog", name="Войдите ещё раз")).to_be_visible()
    await shoot(page, "session-lost")
    await signed_in_again(page)

    order = await office_parts.handed_over(page)
    assert [one["id"] for one in await orders_of(town, client)] == [order]


async def test_signing_out_in_the_other_tab_keeps_what_was_typed(
    office_page: OfficePage, town: Town, allow: Allow
) -> None:
    allow(UNAUTHORISED)
    client = await client_called(town, "Вышла Домой")
    page = await office_page()
    await new_form(page, town, client)
    other = await page.context.new_page()
    await other.goto(f"{town.base}/orders")
    await button(other, "Соколова Анна").click()
    await other.get_by_role("menuitem", name="Выйти").click()
    await expect(page.get_by_role("heading", name="Вход")).to_be_visible()
    await page.get_by_label("Логин").fill("sokolova")
    await page.get_by_label("Пароль").fill(people.PASSWORD)
    await button(page, "Войти").click()

    await expect(page.get_by_text("Показано то, что вы не закончили")).to_be_visible()
    await page.keyboard.press("Control+Enter")
    await office_parts.handed_over(page)
    [order] = await orders_of(town, client)
    assert order["summary"] == "Зеркало 800×1200"


@pytest.mark.parametrize("days", [-1, 1])
async def test_a_clock_wrong_by_a_day_changes_nothing_that_is_written_down(
    office_page: OfficePage, town: Town, days: int
) -> None:
    client = await client_called(town, f"Часы {days}")
    page = await office_page()
    await page.clock.install(time=now() + timedelta(days=days))
    await page.goto(town.base)
    await expect(page.get_by_text("На связи").first).to_be_visible()
    await new_form(page, town, client)
    await page.keyboard.press("Control+Enter")
    await office_parts.handed_over(page)

    [order] = await orders_of(town, client)
    right = await made(town, until=story.SENT)
    assert order["promised_on"] == right["promised_on"]
    await expect(page.get_by_role("heading", level=1)).to_have_text(order["number"])


async def test_a_full_storage_is_told_once_and_the_form_works(
    open_context: OpenContext, town: Town
) -> None:
    client = await client_called(town, "Полный Диск")
    context = await open_context("office")
    await context.add_init_script(FULL)
    await sign_in(context, town.base, "sokolova")
    page = await context.new_page()
    await new_form(page, town, client)
    await expect(page.get_by_text(re.compile("Браузер больше не хранит черновики"))).to_have_count(
        1
    )
    await page.keyboard.press("Control+Enter")

    await office_parts.handed_over(page)
    assert len(await orders_of(town, client)) == 1


async def test_a_file_that_is_too_large_is_told_before_it_is_sent(
    office_page: OfficePage, town: Town, tmp_path: Path
) -> None:
    client = await client_called(town, "Большой Файл")
    page = await office_page()
    await new_form(page, town, client)
    large = tmp_path / "чертёж.pdf"
    large.write_bytes(b"%PDF-" + b"\0" * (26 * MIB))
    await page.get_by_label("Выбрать файлы").set_input_files(large)
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_text("Файл больше 25 МБ: уменьшите его")).to_be_visible()
    assert await orders_of(town, client) == []
    await button(page, "Убрать файл чертёж.pdf").click()
    await page.keyboard.press("Control+Enter")
    order = await office_parts.handed_over(page)

    await page.get_by_label("Добавить файл").set_input_files(large)
    await expect(page.get_by_text(re.compile("а принимаем до 25 МБ"))).to_be_visible()
    assert order


async def test_a_programme_called_a_photo_is_refused_and_the_order_is_not_lost(
    office_page: OfficePage, town: Town, allow: Allow
) -> None:
    allow(r"422 \(Unprocessable Entity\)")
    client = await client_called(town, "Вирус Иванович")
    page = await office_page()
    await new_form(page, town, client)
    await page.get_by_label("Выбрать файлы").set_input_files(
        [
            FilePayload(
                name="фото.jpg", mimeType="image/jpeg", buffer=b"MZ\x90\x00" + b"\0" * 4096
            ),
            FilePayload(name="прихожая.jpg", mimeType="image/jpeg", buffer=photo()),
        ]
    )
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_text(REFUSED).first).to_be_visible()
    await button(page, "Убрать файл фото.jpg").click()
    await page.keyboard.press("Control+Enter")
    await office_parts.handed_over(page)

    await expect(page.get_by_text("прихожая.jpg", exact=True)).to_be_visible()
    assert len(await orders_of(town, client)) == 1


async def test_a_photo_of_a_telephone_is_taken_and_one_that_broke_is_told(
    office_page: OfficePage, town: Town, allow: Allow
) -> None:
    allow(r"422 \(Unprocessable Entity\)")
    order = await made(town, until=story.SENT)
    page = await office_page(path=f"/orders/{order['id']}")
    chooser = page.get_by_label("Добавить файл")
    whole = photo("HEIF")
    for name, content in {"IMG_1.HEIC": whole, "IMG_2.HEIC": whole[: len(whole) // 2]}.items():
        file = FilePayload(name=name, mimeType="image/heic", buffer=content)
        await chooser.set_input_files(file)

    await expect(page.get_by_role("link", name="Скачать IMG_1.HEIC")).to_be_visible()
    await expect(button(page, "Открыть фото крупно: IMG_1.HEIC")).to_be_visible()
    await expect(page.get_by_text("Картинку не удалось прочитать")).to_be_visible()
    assert [one["name"] for one in (await now_of(town, order["id"]))["attachments"]] == [
        "IMG_1.HEIC"
    ]


async def test_nothing_that_is_stored_is_ever_run(office_page: OfficePage, town: Town) -> None:
    client = await client_called(town, SCRIPTS[1])
    town.cast.clients["script"] = client
    order = await made(town, until=story.ACCEPTED, client="script")
    for script in SCRIPTS:
        await ask(town, order, script)
    page = await office_page()
    ran: list[str] = []
    page.on("dialog", lambda dialog: ran.append(dialog.message))
    for path in (
        "",
        "orders?folder=all",
        f"orders/{order['id']}",
        f"orders/{order['id']}/edit",
        "clients",
        f"clients/{client}",
        "board",
    ):
        await page.goto(f"{town.base}/{path}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await expect(page.locator("[aria-busy=true]")).to_have_count(0)
        assert await page.evaluate(NOTHING_RAN) == "undefined", path
    await page.keyboard.press("Control+k")
    await page.get_by_role("dialog").get_by_role("combobox").fill("onerror")
    await expect(page.get_by_role("option", name=re.compile("onerror")).first).to_be_visible()

    assert await page.evaluate(NOTHING_RAN) == "undefined"
    assert ran == []
