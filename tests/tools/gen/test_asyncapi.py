"""AsyncAPI 3: every topic is a channel, its owner sends, each group receives."""

from typing import Any

from faststream.specification.asyncapi.v3_0_0.schema import ApplicationSchema

from contracts.registry import load
from contracts.topics import TOPICS
from tests.tools.gen.sample import SYSTEM
from tools.gen.asyncapi import document

FOUND = document(SYSTEM)


def resolve(reference: str) -> Any:
    part: Any = FOUND
    for step in reference.removeprefix("#/").split("/"):
        part = part[step]
    return part


def references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [ref for value in part.values() for ref in references(value)]
    if isinstance(part, list):
        return [ref for value in part for ref in references(value)]
    return []


def test_every_topic_is_a_channel_and_every_event_a_message() -> None:
    assert FOUND["asyncapi"] == "3.0.0"
    assert set(FOUND["channels"]) == {topic.name for topic in TOPICS}
    assert set(FOUND["components"]["messages"]) == set(load())


def test_the_owner_sends_to_its_topic() -> None:
    operation = FOUND["operations"]["clients.sends.clients.clients.v1"]

    assert operation["action"] == "send"
    assert operation["channel"]["$ref"] == "#/channels/clients.clients.v1"


def test_a_group_receives_what_it_handles() -> None:
    operation = FOUND["operations"]["notifications.messages.receives.clients.clients.v1"]

    assert operation["action"] == "receive"
    assert operation["messages"] == [
        {"$ref": "#/channels/clients.clients.v1/messages/clients.client.changed.v1"}
    ]


def test_every_reference_inside_the_document_resolves() -> None:
    inside = [ref for ref in references(FOUND) if ref.startswith("#")]

    assert len(inside) > len(TOPICS)
    assert all(resolve(ref) for ref in inside)


def test_the_document_is_asyncapi_as_another_library_reads_it() -> None:
    read = ApplicationSchema.model_validate(FOUND)

    assert set(read.operations or {}) == set(FOUND["operations"])
