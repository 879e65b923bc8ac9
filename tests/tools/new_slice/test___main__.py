"""A new slice lints, types and keeps the house rules at once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.lint.__main__ import check
from tools.new_slice.__main__ import ROOT, scaffold
from tools.new_slice.names import Names, Unfit, names

MADE = names("clients", "price_lists")


def copied(root: Path) -> Path:
    """Copy the code that a slice stands on."""
    ignored = shutil.ignore_patterns("__pycache__", "gen", "released")
    for name in ("contracts", "chassis", "services/clients", "tests/conftest.py", "pyproject.toml"):
        source, target = ROOT / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=ignored)
        else:
            shutil.copyfile(source, target)
    (root / "services/__init__.py").touch()
    return root


def run(root: Path, *command: str) -> str:
    """Run a tool of the environment in the copy; return what it said, empty if all is well."""
    # Not the servers and the workers of the run that this test is part of.
    ours = ("VITRAZH_TEST", "PYTEST_")
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith(ours)},
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("repository"))
    scaffold(MADE, root)
    return root


def test_it_lints_and_is_formatted(tree: Path) -> None:
    slice_, tests = MADE.folder, f"tests/{MADE.folder}"

    assert run(tree, "ruff", "check", slice_, tests, MADE.app) == ""
    assert run(tree, "ruff", "format", "--check", slice_, tests, MADE.app) == ""
    assert check(tree, [slice_, tests]) == []


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_it_types(tree: Path) -> None:
    files = sorted((tree / MADE.folder).glob("*.py"))

    assert run(tree, "mypy", "--config-file", "pyproject.toml", *map(str, files)) == ""


def test_its_domain_tests_pass(tree: Path) -> None:
    test = f"tests/{MADE.folder}/test_domain.py"

    assert run(tree, "pytest", "-q", "-p", "no:cacheprovider", "--noconftest", test) == ""


def test_every_room_but_the_outer_ones_has_its_test(tree: Path) -> None:
    tests = {path.name for path in (tree / "tests" / MADE.folder).glob("test_*.py")}

    assert tests == {"test_domain.py", "test_commands.py", "test_queries.py", "test_http.py"}


def test_a_slice_that_is_there_is_never_written_over(tree: Path) -> None:
    with pytest.raises(Unfit, match="is there already"):
        scaffold(MADE, tree)


def test_the_service_comes_before_its_slices(tree: Path) -> None:
    missing = Names("garden", "remnants", MADE.read, MADE.edit)

    with pytest.raises(Unfit, match="the service comes first"):
        scaffold(missing, tree)


@pytest.mark.journey
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_its_tests_pass_on_real_servers_after_its_own_migration(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns(".git", ".tools", ".vitrazh", ".*_cache", "__pycache__")
    root = tmp_path / "repository"
    shutil.copytree(ROOT, root, ignore=ignored)
    (root / ".tools").symlink_to(ROOT / ".tools", target_is_directory=True)

    assert run(root, "tools.new_slice", "orders", "remnants") == ""

    assert run(root, "pytest", "-q", "tests/services/orders/remnants") == ""
    assert run(root, "tools.gen", "--check") == ""
