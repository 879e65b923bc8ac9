"""The block "publishes / consumes / owns" in each service's README, between two markers."""

from pathlib import Path

from contracts.envelope import spec_of
from tools.gen import ROOT, Files
from tools.gen.system import Member, System

BEGIN = "<!-- make gen: begin -->"
END = "<!-- make gen: end -->"


def block(member: Member) -> str:
    """Return what the member publishes, consumes and owns."""
    published = [spec_of(cls) for cls in member.publishes]
    lines = ["| publishes | to |", "|---|---|"]
    lines += [f"| `{spec.type}` | `{spec.topic.name}` |" for spec in published]
    lines += ["", "| consumes | in group |", "|---|---|"]
    lines += [
        f"| `{type_}` | `{consumer.group}` |"
        for consumer in member.consumers
        for type_ in sorted(spec_of(cls).type for cls in consumer.handles)
    ]
    lines += [
        "",
        f"Owns the tables {', '.join(f'`{name}`' for name in member.tables) or '(none)'}.",
    ]
    return "\n".join(lines)


def replaced(text: str, inside: str) -> str:
    """Return the text with everything between the markers replaced.

    Raises:
        ValueError: a marker is missing.
    """
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{BEGIN} … {END} not found")
    return f"{head}{BEGIN}\n\n{inside}\n\n{END}{tail}"


def files(system: System, root: Path = ROOT) -> Files:
    """Return the READMEs with their blocks renewed."""
    found = {}
    for member in system.members:
        name = f"{member.folder}/README.md"
        path = root / name
        text = path.read_text(encoding="utf-8") if path.exists() else _new(member)
        found[name] = replaced(text, block(member))
    return found


def _new(member: Member) -> str:
    return f"# {member.name}\n\n{member.words}\n\n{BEGIN}\n{END}\n"
