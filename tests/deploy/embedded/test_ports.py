"""A usual port that is taken gives way to a free one."""

import socket

from deploy.embedded import ports


def test_the_usual_port_is_taken_when_it_is_free() -> None:
    usual = ports.pick()

    assert ports.pick(usual) == usual


def test_a_port_that_somebody_listens_on_is_not_given() -> None:
    with socket.create_server((ports.HOST, 0)) as other:
        held = other.getsockname()[1]

        assert not ports.is_free(held)
        assert ports.pick(held) != held


def test_a_port_of_ours_is_not_given_twice() -> None:
    usual = ports.pick()

    assert ports.pick(usual, taken=frozenset({usual})) != usual


def test_no_port_comes_from_the_range_of_outgoing_connections() -> None:
    given = {ports.pick() for _ in range(50)}

    assert all(ports.LOWEST <= port < ports.HIGHEST for port in given)
    assert len(given) > 1


def test_answers_tells_whether_somebody_listens() -> None:
    with socket.create_server((ports.HOST, 0)) as server:
        port = server.getsockname()[1]
        assert ports.answers(port)

    assert not ports.answers(port)
