"""contracts/gen/asyncapi.yaml: AsyncAPI 3.0 of the whole bus, senders and receivers."""

from typing import Any

import yaml

from contracts.envelope import CONTENT_TYPE, spec_of
from contracts.topics import Topic
from tools.gen import MARK, Files
from tools.gen.system import System, events, topics
from tools.gen.words import class_words

FILE = "contracts/gen/asyncapi.yaml"
_TEXT = {"type": "string"}
_HEADERS: dict[str, Any] = {
    "type": "object",
    "description": "CloudEvents 1.0, Kafka binding, binary mode",
    "required": [
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_time",
        "ce_subject",
        "ce_sequence",
        "ce_actor",
        "ce_correlationid",
    ],
    "properties": {
        "ce_specversion": {"const": "1.0"},
        "ce_id": {**_TEXT, "format": "uuid"},
        "ce_source": {**_TEXT, "description": "service that says it"},
        "ce_type": {**_TEXT, "description": "event type"},
        "ce_time": {**_TEXT, "format": "date-time", "description": "UTC"},
        "ce_subject": {**_TEXT, "format": "uuid", "description": "aggregate id, the record's key"},
        "ce_sequence": {**_TEXT, "pattern": "^[1-9][0-9]*$", "description": "gapless, from 1"},
        "ce_actor": {**_TEXT, "description": "who began the chain: staff:, device:, system:"},
        "ce_correlationid": _TEXT,
        "ce_causationid": _TEXT,
        "ce_dataschema": {**_TEXT, "format": "uri"},
        "traceparent": {**_TEXT, "description": "W3C trace context"},
    },
}


def document(system: System) -> dict[str, Any]:
    """Return the AsyncAPI document."""
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Vitrazh: facts on the bus", "version": "1", "description": MARK},
        "defaultContentType": CONTENT_TYPE,
        "channels": {topic.name: _channel(topic) for topic in topics()},
        "operations": {**_sends(), **_receives(system), **_feed()},
        "components": {
            "messages": {spec_of(cls).type: _message(cls) for cls in events()},
            "schemas": {"headers": _HEADERS},
        },
    }


def _channel(topic: Topic) -> dict[str, Any]:
    return {
        "address": topic.name,
        "description": topic.description,
        "messages": {
            spec_of(cls).type: {"$ref": f"#/components/messages/{spec_of(cls).type}"}
            for cls in events()
            if spec_of(cls).topic == topic
        },
        "bindings": {
            "kafka": {
                "partitions": topic.partitions,
                "topicConfiguration": {
                    "cleanup.policy": ["compact" if topic.compacted else "delete"]
                },
                "bindingVersion": "0.5.0",
            }
        },
    }


def _message(cls: type) -> dict[str, Any]:
    spec = spec_of(cls)
    return {
        "name": spec.type,
        "title": cls.__name__,
        "summary": class_words(cls),
        "headers": {"$ref": "#/components/schemas/headers"},
        "payload": {"$ref": f"./schemas/{spec.schema_name}"},
        "bindings": {"kafka": {"key": {"type": "string", "format": "uuid"}}},
        "x-audience": sorted(str(audience) for audience in spec.audience),
        "x-state": spec.state,
    }


def _messages(topic: Topic, classes: list[type]) -> list[dict[str, str]]:
    return [
        {"$ref": f"#/channels/{topic.name}/messages/{spec_of(cls).type}"}
        for cls in classes
        if spec_of(cls).topic == topic
    ]


def _sends() -> dict[str, Any]:
    return {
        f"{topic.owner}.sends.{topic.name}": {
            "action": "send",
            "channel": {"$ref": f"#/channels/{topic.name}"},
            "summary": f"{topic.owner} alone writes here, through its outbox",
            "messages": _messages(topic, events()),
        }
        for topic in topics()
    }


def _receives(system: System) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for member in system.members:
        for consumer in member.consumers:
            handled = sorted(consumer.handles, key=lambda cls: spec_of(cls).type)
            for topic in sorted(consumer.topics, key=lambda topic: topic.name):
                found[f"{consumer.group}.receives.{topic.name}"] = {
                    "action": "receive",
                    "channel": {"$ref": f"#/channels/{topic.name}"},
                    "summary": f"consumer group {consumer.group}",
                    "messages": _messages(topic, handled),
                }
    return found


def _feed() -> dict[str, Any]:
    return {
        f"gateway.feed.receives.{topic.name}": {
            "action": "receive",
            "channel": {"$ref": f"#/channels/{topic.name}"},
            "summary": "each gateway tails it, without a group; audience decides who sees what",
            "messages": _messages(topic, [cls for cls in events() if spec_of(cls).audience]),
        }
        for topic in topics()
        if topic.feed
    }


def files(system: System) -> Files:
    """Return the AsyncAPI file."""
    text = yaml.safe_dump(document(system), allow_unicode=True, sort_keys=False, width=100)
    return {FILE: f"# {MARK}\n{text}"}
