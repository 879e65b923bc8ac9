"""A layer can be taken out: the names that the bench replaces are still there."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TAKE = "from tools.bench.less import LAYERS; [take() for take in LAYERS.values()]; print('out')"


@pytest.mark.timeout(150)
def test_layers_are_taken_out_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-c", TAKE]
    run = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, timeout=120)

    assert run.stdout.decode().strip() == "out", run.stderr.decode()


def test_no_setting_of_the_product_leads_to_it() -> None:
    ours = [ROOT / name for name in ("chassis", "services", "gateway", "contracts", "deploy")]
    found = [
        file.relative_to(ROOT).as_posix()
        for folder in ours
        for file in folder.rglob("*.py")
        if "BENCH_LESS" in file.read_text() or "tools.bench" in file.read_text()
    ]

    assert found == []
