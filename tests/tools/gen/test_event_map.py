"""The event map: service → topic → service, and who reads each event."""

from tests.tools.gen.sample import SYSTEM
from tools.gen.event_map import FILE, files

LINES = files(SYSTEM)[FILE].splitlines()


def test_the_picture_goes_from_the_owner_through_the_topic_to_the_reader() -> None:
    assert "  clients --> clients_clients_v1" in LINES
    assert "  clients_clients_v1 --> notifications" in LINES


def test_a_topic_that_nobody_reads_has_no_arrow_out() -> None:
    assert not [line for line in LINES if line.startswith("  gateway_staff_v1 -->")]


def test_the_table_names_schema_audience_and_reader() -> None:
    (row,) = [line for line in LINES if "`clients.client.changed.v1`" in line]

    assert "(schemas/clients.client.changed.v1.json)" in row
    assert row.endswith("| services only | notifications.messages |")


def test_the_feed_is_a_reader_of_what_has_an_audience() -> None:
    (row,) = [line for line in LINES if "`orders.work-order.ready.v1`" in line]

    assert "  orders_work_orders_v1 -. feed .-> gateway" in LINES
    assert row.endswith("| the feed |")
