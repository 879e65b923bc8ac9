from ipaddress import ip_network

import pytest

from gateway.guard.domain import (
    Credential,
    Kind,
    Tally,
    credential_of,
    is_cross_site,
    visitor_of,
)

HOST = {"host": "vitrazh.shop"}
SIGNED_IN = {"vitrazh_session": "s"}


@pytest.mark.parametrize(
    ("authorization", "cookies", "found"),
    [
        (None, {}, None),
        (None, {"vitrazh_session": "s"}, Credential(Kind.SESSION, "s")),
        (None, {"vitrazh_device": "vd_d"}, Credential(Kind.DEVICE, "vd_d")),
        (
            None,
            {"vitrazh_session": "s", "vitrazh_device": "vd_d"},
            Credential(Kind.SESSION, "s"),
        ),
        ("Bearer vz_t", {"vitrazh_session": "s"}, Credential(Kind.API, "vz_t")),
        ("bearer vd_d", {}, Credential(Kind.DEVICE, "vd_d")),
        ("Bearer other", {"vitrazh_session": "s"}, None),
        ("Basic vz_t", {"vitrazh_session": "s"}, None),
        ("Bearer vz_" + "x" * 300, {}, None),
        (None, {"vitrazh_session": ""}, None),
    ],
)
def test_bearer_goes_before_the_person_and_the_person_before_the_tablet(
    authorization: str | None, cookies: dict[str, str], found: Credential | None
) -> None:
    assert credential_of(authorization, cookies) == found


def cross(method: str, headers: dict[str, str], cookies: dict[str, str]) -> bool:
    return is_cross_site(method, HOST | headers, cookies, public_host="glass.example")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "?"])
def test_change_from_another_site_is_refused(site: str) -> None:
    assert cross("POST", {"sec-fetch-site": site}, SIGNED_IN)


def test_change_from_our_own_page_is_let_through() -> None:
    assert not cross("POST", {"sec-fetch-site": "same-origin"}, SIGNED_IN)


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "https://vitrazh.shop.evil.example", "vitrazh.shop"]
)
def test_foreign_origin_is_refused(origin: str) -> None:
    assert cross("POST", {"origin": origin}, SIGNED_IN)


@pytest.mark.parametrize("origin", ["https://vitrazh.shop", "https://glass.example"])
def test_origin_of_this_host_or_the_public_address_is_ours(origin: str) -> None:
    assert not cross("POST", {"origin": origin}, SIGNED_IN)


def test_foreign_form_cannot_sign_somebody_in() -> None:
    assert cross("POST", {"origin": "https://evil.example"}, {})


@pytest.mark.parametrize("cookie", ["vitrazh_session", "vitrazh_device"])
def test_cookie_without_an_origin_changes_nothing(cookie: str) -> None:
    assert cross("DELETE", {}, {cookie: "x"})


def test_program_without_cookies_needs_no_origin() -> None:
    assert not cross("POST", {}, {})


def test_bearer_token_is_no_cookie() -> None:
    assert not cross("POST", {"authorization": "Bearer vz_t", "origin": "https://x"}, SIGNED_IN)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_is_not_asked_for_its_origin(method: str) -> None:
    assert not cross(method, {"origin": "https://evil.example"}, SIGNED_IN)


OURS = (ip_network("10.0.0.0/8"), ip_network("::1"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "visitor"),
    [
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("10.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "203.0.113.7, 10.0.0.2", "203.0.113.7"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.1"),
        ("", "203.0.113.7", ""),
    ],
)
def test_only_our_own_proxies_say_where_a_request_comes_from(
    peer: str, forwarded: str, visitor: str
) -> None:
    assert visitor_of(peer, forwarded, OURS) == visitor


def test_tally_is_what_was_counted_here_and_elsewhere() -> None:
    tally = Tally(window=29_000_000)
    counted = [tally.count("anna"), tally.count("anna"), tally.count("boris")]
    told = tally.untold()
    meanwhile = tally.count("anna")
    tally.learn(told, [12, 1])

    assert counted == [1, 2, 1]
    assert meanwhile == 3
    assert told == {"anna": 2, "boris": 1}
    assert tally.untold() == {"anna": 1}
    assert (tally.count("anna"), tally.count("boris")) == (14, 2)


def test_counts_that_were_lost_elsewhere_take_nothing_away() -> None:
    tally = Tally(window=29_000_000)
    for _ in range(5):
        tally.count("anna")
    tally.learn(tally.untold(), [1])

    assert tally.count("anna") == 6


@pytest.mark.parametrize(("now", "seconds"), [(60, 61), (119, 2), (90, 31), (125, 1)])
def test_window_is_over_after(now: int, seconds: int) -> None:
    assert Tally(window=1).seconds_left(now) == seconds
