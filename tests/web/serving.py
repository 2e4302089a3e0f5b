"""A real server of a ledger, as `tawatur serve` starts it, for tests that need one."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(ledger: Path, *words: str, **environment: str) -> Iterator[str]:
    """The address of `tawatur serve`, until it is interrupted; then it must end by itself."""
    command = [sys.executable, "-m", "tawatur", "serve", str(ledger), "--port", "0", "--language", "en", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}) as process:
        assert process.stdout
        found = re.search(r"https?://\S+", process.stdout.readline())
        try:
            assert found
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)
