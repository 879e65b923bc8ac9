import subprocess
from pathlib import Path

import pytest

from tools.audit import secrets
from tools.audit.verdict import State

# Put together here, so that the tree itself holds none of them.
PLANTED = {
    "cloud key": "aws = '" + "AKIA" + "QYLPMN5HHHFPZAM2" + "'",
    "private key": "-----BEGIN " + "RSA PRIVATE KEY-----",
    "code host's token": "t = 'gh" + "p_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'",
    "password in a URL": "u = 'postgres://glass:" + "s3cr3t-gl4ss@db/orders'",
    "password in code": "password = '" + "Tr0ub4dor-and-3'",
}


def tree(tmp_path: Path, name: str, text: str) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_secret_is_found_and_fails(tmp_path: Path, what: str) -> None:
    root = tree(tmp_path, "services/orders/settings.py", PLANTED[what])

    found = secrets.scan(root, secrets.tracked(root))
    verdict = secrets.judge(found, {}, 1)

    assert verdict.state is State.FAILED
    assert verdict.details[0].startswith("services/orders/settings.py:1: ")
    assert "s3cr3t" not in str(verdict)


def test_made_up_passwords_of_tests_are_let_be_but_keys_of_services_are_not(tmp_path: Path) -> None:
    text = f"{PLANTED['password in code']}\n{PLANTED['cloud key']}"
    root = tree(tmp_path, "tests/test_x.py", text)

    found = secrets.scan(root, secrets.tracked(root))

    assert {one.line for one in found} == {2}


def test_what_git_ignores_is_not_looked_at(tmp_path: Path) -> None:
    root = tree(tmp_path, "kept.py", "pass")
    (root / ".gitignore").write_text("left.py\n")
    (root / "left.py").write_text(PLANTED["cloud key"])

    assert secrets.tracked(root) == [".gitignore", "kept.py"]


def test_a_known_one_passes_only_with_a_reason(tmp_path: Path) -> None:
    root = tree(tmp_path, "a.py", PLANTED["cloud key"])
    baseline = tmp_path / "baseline.json"
    found = secrets.scan(root, ["a.py"])

    secrets.write_baseline(found, {}, baseline)
    mute = secrets.judge(found, secrets.read_baseline(baseline), 1)
    secrets.write_baseline(found, {one.key: "an example of the docs" for one in found}, baseline)
    told = secrets.judge(found, secrets.read_baseline(baseline), 1)

    assert (mute.state, told.state) == (State.FAILED, State.PASSED)
    assert PLANTED["cloud key"][7:20] not in baseline.read_text()


def test_a_baseline_that_has_outlived_its_finding_fails(tmp_path: Path) -> None:
    root = tree(tmp_path, "a.py", PLANTED["cloud key"])
    known = {one.key: "once" for one in secrets.scan(root, ["a.py"])}

    assert secrets.judge([], known, 1).state is State.FAILED


def test_only_changed_files_are_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree(tmp_path, "a.py", PLANTED["cloud key"])
    (root / "b.py").write_text("pass\n")
    memory = tmp_path / "memory" / "seen.json"
    first = secrets.remembering(root, ["a.py", "b.py"], memory)
    looked: list[str] = []
    real = secrets.scan

    def watched(root: Path, names: list[str]) -> list[secrets.Found]:
        looked.extend(names)
        return real(root, names)

    monkeypatch.setattr(secrets, "scan", watched)
    (root / "b.py").write_text(PLANTED["private key"])
    second = secrets.remembering(root, ["a.py", "b.py"], memory)

    assert looked == ["b.py"]
    assert set(first) < set(second)


def test_the_baseline_of_this_tree_says_why_of_each() -> None:
    assert all(why.strip() for why in secrets.read_baseline().values())
