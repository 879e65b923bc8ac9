"""The product's shape is read off its code: members, what they say, what they read."""

from chassis.cli import SERVICES
from contracts.clients.events import ClientChanged
from contracts.topics import CLIENTS, STAFF
from tests.tools.gen.sample import SYSTEM
from tools.gen.system import events, load, topics

CLIENTS_MEMBER, NOTIFICATIONS = SYSTEM.members


def test_every_service_of_the_product_is_found_with_its_folder() -> None:
    found = {member.name: member.folder for member in load().members}

    assert set(found) == set(SERVICES)
    assert found["gateway"] == "gateway"
    assert found["orders"] == "services/orders"


def test_a_member_publishes_the_events_of_the_topics_it_owns() -> None:
    assert CLIENTS_MEMBER.publishes == [ClientChanged]
    assert NOTIFICATIONS.reads(CLIENTS)
    assert not NOTIFICATIONS.reads(STAFF)


def test_a_members_tables_are_those_of_its_slices() -> None:
    assert CLIENTS_MEMBER.tables == ["clients"]
    assert NOTIFICATIONS.tables == []


def test_events_and_topics_come_in_one_order() -> None:
    names = [topic.name for topic in topics()]

    assert names == sorted(names)
    assert events() == events()
