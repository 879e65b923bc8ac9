"""The six import rules of pyproject.toml: each holds on a clean tree and breaks on a planted one."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = str(Path(sys.executable).with_name("lint-imports"))
RULES = {"layers": 1, "independence": 2, "anatomy": 3, "pure": 4, "acyclic": 5, "doors": 6}
CLEAN = {
    "contracts/envelope.py": "",
    "chassis/domain.py": "import contracts.envelope\n",
    "chassis/db.py": "import sqlalchemy\n",
    "services/orders/app.py": "import services.orders.workorders.http\n",
    "services/orders/__main__.py": "import services.orders.app\n",
    "services/orders/workorders/domain.py": "import chassis.domain\n",
    "services/orders/workorders/tables.py": "import services.orders.workorders.domain\n",
    "services/orders/workorders/schemas.py": "import pydantic\n",
    "services/orders/workorders/commands.py": "import services.orders.workorders.tables\n",
    "services/orders/workorders/queries.py": "import services.orders.workorders.schemas\n",
    "services/orders/workorders/http.py": "import services.orders.workorders.commands\n",
    "services/orders/workorders/bus.py": "",
    "services/orders/production/domain.py": "import services.orders.workorders.domain\n",
    "services/clients/app.py": "",
    "services/clients/registry/domain.py": "import chassis.domain\n",
    "services/clients/registry/adapters/smtp.py": "",
    "gateway/app.py": "import gateway.access.http\n",
    "gateway/__main__.py": "import gateway.app\n",
    "gateway/access/domain.py": "",
    "gateway/access/http.py": "",
}
WITHOUT_INIT = {"services/orders/migrations/0001_first.py": "import sqlalchemy\n"}
WORKORDERS = "services/orders/workorders"

# file, its planted line, the rule that must break
PLANTED = [
    pytest.param("chassis/db.py", "import services.orders.app", "layers", id="chassis-up"),
    pytest.param("contracts/envelope.py", "import chassis.domain", "layers", id="contracts-up"),
    pytest.param("services/orders/app.py", "import gateway.app", "layers", id="service-gateway"),
    pytest.param(
        f"{WORKORDERS}/queries.py",
        "import services.clients.registry.domain",
        "independence",
        id="service-to-service",
    ),
    pytest.param(f"{WORKORDERS}/utils.py", "", "anatomy", id="stray-room"),
    pytest.param("gateway/access/helpers.py", "", "anatomy", id="stray-room-in-gateway"),
    pytest.param(
        f"{WORKORDERS}/domain.py",
        "import services.orders.workorders.tables",
        "anatomy",
        id="upwards-in-a-slice",
    ),
    pytest.param(
        f"{WORKORDERS}/commands.py",
        "import services.orders.workorders.queries",
        "anatomy",
        id="commands-and-queries-apart",
    ),
    pytest.param(f"{WORKORDERS}/domain.py", "import sqlalchemy", "pure", id="library-in-domain"),
    pytest.param("gateway/access/domain.py", "import fastapi", "pure", id="library-in-gateway"),
    pytest.param("chassis/domain.py", "import pydantic", "pure", id="library-through-chassis"),
    pytest.param("contracts/envelope.py", "import pydantic", "pure", id="library-in-contracts"),
    pytest.param(
        f"{WORKORDERS}/schemas.py",
        "import services.orders.production.domain",
        "acyclic",
        id="slices-in-a-circle",
    ),
    pytest.param(
        "services/orders/production/commands.py",
        "import services.orders.workorders.http",
        "doors",
        id="through-another-slices-door",
    ),
    pytest.param(
        "gateway/feed/queries.py", "import gateway.access.http", "doors", id="door-in-gateway"
    ),
]


def plant(root: Path, files: dict[str, str], *, package: bool = True) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        folder = path.parent
        while package and folder != root:
            (folder / "__init__.py").touch()
            folder = folder.parent


def broken_rules(root: Path) -> set[int]:
    """Return the numbers of the rules that do not hold in this tree."""
    done = subprocess.run(
        [LINT_IMPORTS, "--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    verdicts = re.findall(r"^(\d) .* (KEPT|BROKEN)$", done.stdout, re.MULTILINE)
    assert len(verdicts) == len(RULES), done.stdout + done.stderr
    return {int(number) for number, verdict in verdicts if verdict == "BROKEN"}


def test_the_six_rules_hold_on_a_clean_tree(tmp_path: Path) -> None:
    plant(tmp_path, CLEAN)
    plant(tmp_path, WITHOUT_INIT, package=False)

    assert broken_rules(tmp_path) == set()


@pytest.mark.parametrize(("file", "line", "rule"), PLANTED)
def test_a_planted_violation_breaks_its_rule(
    tmp_path: Path, file: str, line: str, rule: str
) -> None:
    plant(tmp_path, CLEAN)
    plant(tmp_path, {file: CLEAN.get(file, "") + line + "\n"})

    assert RULES[rule] in broken_rules(tmp_path)
