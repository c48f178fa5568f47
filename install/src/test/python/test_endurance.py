"""The trials of `nyala bench endurance`, each a few times: none may find anything lost."""

import subprocess
import sys

import pytest

from conftest import HOME

FEW = ["--interrupts", "2", "--cells", "12", "--prints", "20000", "--kills", "3", "--shared", "5"]


@pytest.mark.parametrize("trial", ["interrupt", "cells", "output", "kill", "share"])
def test_nothing_is_lost(trial):
    script = HOME / "install" / "src" / "main" / "python" / "bench_endurance.py"
    launcher = HOME / "install" / "nyala"
    run = subprocess.run(
        [sys.executable, str(script), str(launcher), *FEW, trial],
        capture_output=True,
        text=True,
        timeout=1200,
    )
    assert run.returncode == 0, run.stdout + run.stderr
