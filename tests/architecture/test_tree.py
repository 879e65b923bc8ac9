"""Where files may stand and what they may be called."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import CODE, ROOT, files, text
from tools.lint.__main__ import check

WHOLE_SYSTEM = ("architecture", "contracts", "journeys", "faults", "fuzz", "rights", "security")
"""Folders of tests that mirror no file: they look at everything."""
WITHOUT_SOURCE = {
    "tests/chassis/test_malformed.py": "bytes of strangers through codec, inbox and consumer",
    "tests/chassis/test_watchdog.py": "a consumer that lives but does not move ends its process",
    "tests/chassis/test_outages.py": "servers die under relay, consumer and timers at once",
    "tests/tools/test_import_rules.py": "tests the import rules in pyproject.toml",
}
BANNED = {"utils", "helpers", "common", "manager", "managers", "handlers", "models", "misc"}
COMPOSITION_ROOT_LINES = 60
"""Without imports."""


def sources_of(test: Path) -> Iterator[Path]:
    """Yield where the tested source may stand.

    `test_relay.py` tests relay.py or the package relay/; `test_relay_leader.py` one aspect of it;
    so does any file of the folder `relay/`.
    """
    folder = ROOT.joinpath(*test.parts[1:-1])
    yield folder.with_suffix(".py")
    words = test.stem.removeprefix("test_").split("_")
    for count in range(len(words), 0, -1):
        name = "_".join(words[:count])
        yield folder / f"{name}.py"
        yield folder / name


def test_every_test_file_mirrors_a_source_file() -> None:
    lost = [
        test.as_posix()
        for test in files(".py", under=("tests",))
        if test.name.startswith("test_")
        and test.parts[1] not in WHOLE_SYSTEM
        and test.as_posix() not in WITHOUT_SOURCE
        and not any(source.exists() for source in sources_of(test))
    ]

    assert lost == []


def test_every_named_exception_is_still_there() -> None:
    assert [name for name in WITHOUT_SOURCE if not (ROOT / name).exists()] == []


def test_no_file_hides_behind_a_word_that_says_nothing() -> None:
    found = [
        path.as_posix()
        for path in files(".py", under=CODE)
        if BANNED.intersection({path.stem, *path.parts})
    ]

    assert found == []


def body_lines(path: Path) -> int:
    """Lines of a file that are neither blank nor imports."""
    tree = ast.parse(text(path))
    imports = sum(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
    )
    return len([line for line in text(path).splitlines() if line.strip()]) - imports


def test_a_composition_root_is_a_table_of_contents() -> None:
    long = {
        path.as_posix(): lines
        for path in files("app.py", under=("services", "gateway"))
        if path.name == "app.py" and (lines := body_lines(path)) > COMPOSITION_ROOT_LINES
    }

    assert long == {}


def test_migrations_are_not_taken_for_a_slice() -> None:
    found = [path for path in files("__init__.py", under=CODE) if "migrations" in path.parts]

    assert found == []


def test_the_house_rules_hold() -> None:
    assert check(ROOT, list(CODE)) == []


def test_the_makefile_stays_readable_and_explains_itself() -> None:
    lines = text(Path("Makefile")).splitlines()
    targets = [line for line in lines if line[:1].islower() and ":" in line and "=" not in line]

    assert len(lines) <= 170
    assert [line for line in targets if "#" not in line] == []
