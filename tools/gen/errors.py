"""docs/reference/errors.md: the shop's rulebook, every refusal by its stable code."""

from collections.abc import Iterator

from chassis.errors import DomainError
from tools.gen import MARK, Files
from tools.gen.words import class_words

FILE = "docs/reference/errors.md"


def errors(base: type[DomainError] = DomainError) -> Iterator[type[DomainError]]:
    """Yield every refusal that is declared in the loaded product code, each once."""
    seen: set[type[DomainError]] = set()
    pending = [base]
    while pending:
        cls = pending.pop()
        if cls in seen:
            continue
        seen.add(cls)
        pending += cls.__subclasses__()
        if cls.__module__.split(".", 1)[0] in {"chassis", "services", "gateway"}:
            yield cls


def files() -> Files:
    """Return the list of refusals, grouped by the room they are declared in."""
    rooms: dict[str, list[type[DomainError]]] = {}
    for cls in errors():
        rooms.setdefault(cls.__module__, []).append(cls)
    lines = [
        "# Refusals",
        "",
        f"{MARK} Source: every subclass of `chassis.errors.DomainError`.",
        "",
        "`code` is the last part of the problem's `type` (RFC 9457) and never changes its meaning.",
    ]
    for room in sorted(rooms):
        path = room.replace(".", "/") + ".py"
        lines += ["", f"## [{path}](../../{path})", ""]
        lines += ["| code | HTTP | по-русски | in English | when |", "|---|---|---|---|---|"]
        lines += [
            f"| `{cls.code}` | {cls.status} | {cls.ru} | {cls.en} | {class_words(cls)} |"
            for cls in sorted(rooms[room], key=lambda cls: (cls.code, cls.__name__))
        ]
    return {FILE: "\n".join(lines) + "\n"}
