"""Secrets are made once, shared by whoever reads the file, and closed to others."""

from pathlib import Path

from deploy.embedded.credentials import Secrets, write_private


def test_a_password_is_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    made = Secrets(file).password("orders_app")

    assert Secrets(file).password("orders_app") == made
    assert len(made) >= 32


def test_two_processes_agree_on_a_password_made_after_both_had_read(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    one, other = Secrets(file), Secrets(file)
    one.password("a")

    assert other.password("b") != other.password("a")
    assert other.password("a") == one.password("a")
    assert one.password("b") == other.password("b")


def test_the_file_is_closed_to_others(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    file.write_text("{}")
    file.chmod(0o644)
    Secrets(file).password("orders_app")

    assert file.stat().st_mode & 0o777 == 0o600


def test_the_signing_pair_is_ed25519_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    private, public = Secrets(file).signing_keys()

    assert private.startswith("-----BEGIN PRIVATE KEY-----")  # secret-ok: a heading, no key
    assert public.startswith("-----BEGIN PUBLIC KEY-----")
    assert Secrets(file).signing_keys() == (private, public)


def test_a_private_file_replaces_the_old_one_whole(tmp_path: Path) -> None:
    file = tmp_path / "env"
    write_private(file, "long text")
    write_private(file, "short")

    assert file.read_text() == "short"
    assert [path.name for path in tmp_path.iterdir()] == ["env"]
