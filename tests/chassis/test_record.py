"""A record's key as text that an indexed column holds, and back."""

from hypothesis import given
from hypothesis import strategies as st

from chassis.record import key_bytes, key_text


@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda t: t.encode(errors="replace")))
def test_a_key_comes_back_from_its_text(key: bytes) -> None:
    text = key_text(key)
    assert "\x00" not in text
    assert key_bytes(text) == key


@given(st.binary(min_size=0, max_size=300), st.binary(min_size=0, max_size=300))
def test_two_keys_never_share_a_text(one: bytes, other: bytes) -> None:
    assert (key_text(one) == key_text(other)) is (one == other)


def test_a_key_too_long_for_an_index_stands_by_its_sum() -> None:
    assert len(key_text(b"x" * 100_000)) == len("sum:") + 64


def test_our_own_marks_are_no_way_to_another_key() -> None:
    assert key_text(b"hex:6162") == "hex:" + b"hex:6162".hex()
    assert key_text(None) == ""
