"""contracts/gen/openapi/*.json, one per member and one merged; contracts/gen/routes.py."""

import json
import re
from typing import Any

from tools.gen import MARK, Files
from tools.gen.schemas import dump

FOLDER = "contracts/gen/openapi"
ROUTES = "contracts/gen/routes.py"
_REF = "#/components/schemas/"
_PREFIX = re.compile(r"^(/api/[a-z][a-z0-9-]*)(/|$)")

Document = dict[str, Any]


class Clash(ValueError):
    """Two members claim the same path or the same prefix."""


def prefixes(document: Document) -> set[str]:
    """Return the `/api/<noun>` prefixes of a document's paths."""
    found = (_PREFIX.match(path) for path in document["paths"])
    return {match[1] for match in found if match}


def routes(documents: dict[str, Document]) -> dict[str, str]:
    """Return prefix → member.

    Raises:
        Clash: two members answer under one prefix.
    """
    table: dict[str, str] = {}
    for member, document in documents.items():
        for prefix in prefixes(document):
            if table.setdefault(prefix, member) != member:
                raise Clash(f"{prefix}: {table[prefix]} and {member}")
    return dict(sorted(table.items()))


def merged(documents: dict[str, Document]) -> Document:
    """Return one document of all members; a schema name that means two things gets prefixes.

    Raises:
        Clash: two members declare one path.
    """
    doubtful = _doubtful(documents)
    paths: Document = {}
    schemas: Document = {}
    others: dict[str, Document] = {}
    for member, original in documents.items():
        document = _prefixed(original, doubtful, member.capitalize())
        for path, operations in document["paths"].items():
            if not path.startswith("/api/"):
                continue
            if path in paths:
                raise Clash(path)
            paths[path] = {
                verb: _tagged(operation, member) for verb, operation in operations.items()
            }
        components = document.get("components", {})
        schemas.update(components.get("schemas", {}))
        for kind, items in components.items():
            if kind != "schemas":
                others.setdefault(kind, {}).update(items)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Vitrazh", "version": "1", "description": MARK},
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": dict(sorted(schemas.items())), **others},
    }


def _tagged(operation: Any, member: str) -> Any:
    return operation if not isinstance(operation, dict) else {**operation, "x-service": member}


def _doubtful(documents: dict[str, Document]) -> set[str]:
    """Return names that mean two things: by themselves, or by what they are made of."""
    meanings: dict[str, list[str]] = {}
    for document in documents.values():
        for name, body in document.get("components", {}).get("schemas", {}).items():
            meanings.setdefault(name, []).append(json.dumps(body, sort_keys=True))
    shared = {name: bodies for name, bodies in meanings.items() if len(bodies) > 1}
    found = {name for name, bodies in shared.items() if len(set(bodies)) > 1}
    while True:
        references = [f'"{_REF}{name}"' for name in found]
        more = {
            name
            for name, bodies in shared.items()
            if name not in found and any(one in bodies[0] for one in references)
        }
        if not more:
            return found
        found |= more


def _prefixed(document: Document, names: set[str], prefix: str) -> Document:
    text = json.dumps(document)
    for name in names:
        text = text.replace(f'"{_REF}{name}"', f'"{_REF}{prefix}{name}"')
    result: Document = json.loads(text)
    schemas = result.get("components", {}).get("schemas", {})
    for name in names & schemas.keys():
        schemas[f"{prefix}{name}"] = schemas.pop(name)
    return result


def routes_module(table: dict[str, str]) -> str:
    """Return the route table as a Python module of contracts."""
    lines = [f'"""Path prefix → service that answers there. {MARK}"""', ""]
    lines += ["from collections.abc import Mapping", "from types import MappingProxyType"]
    lines += ["from typing import Final", ""]
    lines += ["ROUTES: Final[Mapping[str, str]] = MappingProxyType(", "    {"]
    lines += [f'        "{prefix}": "{member}",' for prefix, member in table.items()]
    return "\n".join([*lines, "    }", ")"]) + "\n"


def files(documents: dict[str, Document], gateway: str = "gateway") -> Files:
    """Return the documents and the route table (which leaves the gateway's own routes out)."""
    table = routes(documents)
    found = {f"{FOLDER}/{member}.json": dump(document) for member, document in documents.items()}
    found[f"{FOLDER}/openapi.json"] = dump(merged(documents))
    found[ROUTES] = routes_module({p: member for p, member in table.items() if member != gateway})
    found["contracts/gen/__init__.py"] = f'"""{MARK}"""\n'
    return found
