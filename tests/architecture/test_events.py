"""Every fact has a golden example, and a reader or a note that it is a broadcast."""

import inspect
from pathlib import Path

import pytest

from contracts.envelope import spec_of
from contracts.topics import TOPICS
from tests.architecture.tree import ROOT
from tools.gen.compat import read_example
from tools.gen.system import events, load

EVENTS = events()
READ = {
    cls for member in load().members for consumer in member.consumers for cls in consumer.handles
}


def is_in_the_feed(cls: type) -> bool:
    """Whether some screen sees it: its topic is tailed and somebody is its audience."""
    return spec_of(cls).topic.feed and bool(spec_of(cls).audience)


def example(cls: type) -> Path:
    spec = spec_of(cls)
    return ROOT / "contracts" / spec.topic.owner / "examples" / spec.schema_name


def is_broadcast(cls: type) -> bool:
    """Whether the class line bears `# broadcast`: said to whoever listens, outside or later."""
    lines = inspect.getsource(cls).splitlines()
    return any(line.startswith("class ") and "# broadcast" in line for line in lines)


def test_every_topic_of_an_event_is_made() -> None:
    assert {spec_of(cls).topic.name for cls in EVENTS} <= {topic.name for topic in TOPICS}


@pytest.mark.parametrize("cls", EVENTS, ids=lambda cls: cls.__name__)
def test_the_golden_example_decodes_to_the_event(cls: type) -> None:
    envelope, event = read_example(example(cls))

    assert type(event) is cls
    assert envelope.dataschema == spec_of(cls).dataschema


@pytest.mark.parametrize("cls", EVENTS, ids=lambda cls: cls.__name__)
def test_somebody_reads_the_event_or_it_is_a_broadcast(cls: type) -> None:
    assert (cls in READ or is_in_the_feed(cls)) != is_broadcast(cls)


def test_no_example_lies_about_without_its_event() -> None:
    found = set((ROOT / "contracts").glob("*/examples/*.json"))

    assert found - {example(cls) for cls in EVENTS} == set()
