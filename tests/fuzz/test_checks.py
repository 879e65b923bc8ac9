"""The judges themselves: a planted break of each kind is seen. No servers of ours."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

import pytest

from tests.fuzz.attacks import TEXTS
from tests.fuzz.campaign import Campaign, Outcome
from tests.fuzz.checks import documented, faults, insides, sealed
from tests.fuzz.world import Actor

NOT_FOUND: Final = (
    b'{"type":"/docs/errors#not-found","title":"-","status":404,"code":"not-found","instance":"/"}'
)
PROBLEM: Final = "application/problem+json"
JSON: Final = "application/json"
DOCUMENT: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {"title": "planted", "version": "1"},
    "paths": {
        "/things/{thing_id}": {
            "get": {
                "operationId": "thing",
                "parameters": [
                    {
                        "name": "thing_id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "string"},
                    }
                ],
                "responses": {
                    "200": {
                        "description": "A thing",
                        "content": {
                            JSON: {
                                "schema": {
                                    "type": "object",
                                    "required": ["id"],
                                    "properties": {"id": {"type": "string"}},
                                }
                            }
                        },
                    },
                    "4XX": {"description": "Problem", "content": {PROBLEM: {}}},
                },
            }
        }
    },
}
PLANTED: Final[dict[str, tuple[int, str, bytes, str]]] = {
    "a server error": (500, PROBLEM, NOT_FOUND, "Server error"),
    "an undocumented status": (202, JSON, b'{"id":"1"}', "Undocumented status code"),
    "another content type": (200, "text/html", b"<html>", "Undocumented Content-Type"),
    "another body": (200, JSON, b'{"name":1}', "Response violates schema"),
    "a refusal that is no problem": (404, "text/plain", b"Not Found", "is no problem"),
    "a refusal nobody wrote down": (
        404,
        PROBLEM,
        NOT_FOUND.replace(b"not-found", b"not-there"),
        "not in the rulebook",
    ),
    "a traceback": (200, JSON, b'{"id":"Traceback (most recent call last)"}', "tells our insides"),
    "a statement": (200, JSON, b'{"id":"SELECT id FROM staff"}', "tells our insides"),
}


@pytest.fixture
def planted() -> Iterator[tuple[str, list[tuple[int, str, bytes]]]]:
    """A server that answers whatever the list holds."""
    answer: list[tuple[int, str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self.tell
            raise AttributeError(name)

        def tell(self) -> None:
            status, kind, body = answer[0]
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", answer
        server.shutdown()
        thread.join()


def sent_to(base: str) -> Outcome:
    return Campaign(base, Actor("nobody", {}, {}), None, DOCUMENT).run(8, 1)


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_break_is_found(
    what: str, planted: tuple[str, list[tuple[int, str, bytes]]]
) -> None:
    base, answer = planted
    status, kind, body, words = PLANTED[what]
    answer.append((status, kind, body))

    assert words in "\n".join(sent_to(base).wrong)


def test_a_server_that_keeps_its_contract_is_let_be(
    planted: tuple[str, list[tuple[int, str, bytes]]],
) -> None:
    base, answer = planted
    answer.append((404, PROBLEM, NOT_FOUND))

    outcome = sent_to(base)

    assert outcome.wrong == []
    assert outcome.cases >= 8


def test_the_rulebook_is_read() -> None:
    known = documented()

    assert {("not-found", 404), ("stale-edit", 412), ("internal-error", 500)} <= known
    assert len(known) > 60


@pytest.mark.parametrize(
    "text",
    [
        "Traceback (most recent call last):",
        'File "/opt/app/x.py", line 3, in y',
        "sqlalchemy.exc.DataError",
        "asyncpg",
        "PostgreSQL 18.6",
        "INSERT INTO audit (id",
        "/usr/lib/x",
        "KeyError: 'x'",
    ],
)
def test_insides_are_recognised(text: str) -> None:
    assert insides(f"... {text} ...")


def test_what_the_caller_sent_may_come_back() -> None:
    assert insides("Unknown field KeyError", sent='{"KeyError":1}') == []


def test_no_attack_looks_like_our_insides() -> None:
    # What is stored comes back in lists, and would be taken for a leak there.
    assert [text for text in TEXTS if insides(text)] == []


def test_ordinary_words_are_no_insides() -> None:
    assert (
        insides("Выберите файл; select one from the list; a line 3 mm wide; /api/work-orders") == []
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((b'"status":404', b'"status":400'), "calls itself"),
        ((b'"title":"-"', b'"title":""'), "has no words"),
        ((b"{", b"["), "is no JSON"),
    ],
)
def test_a_crooked_problem_is_seen(change: tuple[bytes, bytes], words: str) -> None:
    body = NOT_FOUND.replace(*change)

    found = faults(404, {"content-type": PROBLEM}, body, known=documented())

    assert words in found[0]


SEALS: Final = {
    "x-content-type-options": "nosniff",
    "content-disposition": "attachment; filename*=UTF-8''x",
    "content-security-policy": "sandbox; default-src 'none'",
}


@pytest.mark.parametrize("missing", SEALS)
def test_a_file_without_a_seal_is_seen(missing: str) -> None:
    assert sealed({name: value for name, value in SEALS.items() if name != missing}) == [missing]


def test_a_file_shown_in_place_is_seen() -> None:
    assert sealed(SEALS | {"content-disposition": "inline"}) == ["content-disposition"]
