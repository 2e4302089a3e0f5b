"""A few kills of each command that writes; `benchmarks/killing.py` is the long job."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the job forks")
def test_nothing_is_lost_when_commands_are_killed(tmp_path: Path) -> None:
    record = tmp_path / "kills.json"
    words = [sys.executable, str(ROOT / "benchmarks" / "killing.py"), "--kills", "10", "--reports", "20", "--record", str(record)]
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": paths})
    assert done.returncode == 0, done.stderr
    found = json.loads(record.read_text(encoding="utf-8"))
    assert (found["kills"], found["faults"]) == (10, [])
    assert sum(count["at work"] for count in found["commands"].values()) > 3
