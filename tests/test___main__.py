import subprocess
import sys

from tawatur import __version__


def test_the_package_runs_as_a_program() -> None:
    shown = subprocess.run([sys.executable, "-m", "tawatur", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == __version__
