"""contracts/gen/events.md: who says what to whom, as a picture and as a table."""

from contracts.envelope import spec_of
from tools.gen import MARK, Files
from tools.gen.system import System, events, topics
from tools.gen.words import class_words

FILE = "contracts/gen/events.md"


def picture(system: System) -> list[str]:
    """Return the Mermaid lines: service → topic → service."""
    lines = ["```mermaid", "flowchart LR", *(f"  {member.name}" for member in system.members)]
    for topic in topics():
        node = topic.name.replace(".", "_").replace("-", "_")
        lines.append(f'  {node}(["{topic.name}"])')
        lines.append(f"  {topic.owner} --> {node}")
        lines += [f"  {node} --> {m.name}" for m in system.members if m.reads(topic)]
        if topic.feed:
            lines.append(f"  {node} -. feed .-> gateway")
    return [*lines, "```"]


def _readers(system: System, cls: type) -> str:
    groups = {
        consumer.group
        for member in system.members
        for consumer in member.consumers
        if cls in set(consumer.handles)
    }
    if spec_of(cls).topic.feed and spec_of(cls).audience:
        groups.add("the feed")
    return ", ".join(sorted(groups))


def files(system: System) -> Files:
    """Return the event map."""
    lines = ["# Facts on the bus", "", MARK, "", *picture(system)]
    for topic in topics():
        kind = "compacted" if topic.compacted else "kept 14 days"
        personal = ", personal data" if topic.personal else ""
        lines += ["", f"## {topic.name}", ""]
        lines += [f"{topic.description} {topic.partitions} partitions, {kind}{personal}.", ""]
        lines += ["| type | says | audience | read by |", "|---|---|---|---|"]
        for cls in events():
            spec = spec_of(cls)
            if spec.topic == topic:
                audience = ", ".join(sorted(spec.audience)) or "services only"
                lines.append(
                    f"| [`{spec.type}`](schemas/{spec.schema_name}) | {class_words(cls)} |"
                    f" {audience} | {_readers(system, cls)} |"
                )
    return {FILE: "\n".join(lines) + "\n"}
