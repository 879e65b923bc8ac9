"""Things of the shape of a secret are found; sample lines marked as such pass."""

import pytest

from tools.secrets import secrets

KEY = "-----BEGIN " + "PRIVATE KEY-----"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (KEY, "private key"),
        (KEY.replace("PRIVATE", "RSA PRIVATE"), "private key"),
        ("url = 'postgresql://orders:" + "hunter22@db/orders'", "password in a URL"),
        ("AKIA" + "ABCDEFGHIJKLMNOP", "cloud key"),
        ("token=eyJ" + "a" * 24 + ".eyJ" + "b" * 24 + ".c", "signed token"),
    ],
)
def test_a_secret_is_found_with_its_line(line: str, kind: str) -> None:
    assert secrets(f"x = 1\n{line}\n") == [(2, kind)]


def test_placeholders_and_marked_lines_pass() -> None:
    assert secrets("postgresql://${USER}:${PASSWORD}@db/orders") == []
    assert secrets("postgresql://{user}:{password}@db/orders") == []
    assert secrets(f"{KEY}  # secret-ok: sample in a test") == []
