"""What the documents tell a reader to type, and where they point, must exist."""

import re
import shlex
from pathlib import Path

import pytest

from tawatur.cli.app import commands, main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def typed(page: Path) -> list[str]:
    """The lines of the page's shell blocks that call tawatur, without comments."""
    lines = "\n".join(_BLOCK.findall(page.read_text(encoding="utf-8"))).splitlines()
    return [line.split("  #")[0].strip() for line in lines if line.strip().startswith("tawatur ")]


CALLS = sorted({call for page in PAGES for call in typed(page)})


@pytest.mark.parametrize("call", CALLS)
def test_a_command_that_is_told_exists_with_its_options(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(call)[1:]
    name = next(command.words for command in commands() if words[: len(command.words.split())] == command.words.split())
    assert main([*name.split(), "--help"]) == 0
    text = capsys.readouterr().out
    assert [word for word in words if word.startswith("--") and word not in text] == []


def test_the_readme_tells_every_command_to_start_with() -> None:
    told = {shlex.split(call)[1] for call in typed(ROOT / "README.md")}
    assert {"read", "add", "events", "show", "search", "export"} <= told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_make_targets_that_are_told_exist() -> None:
    told = set(re.findall(r"^make (\w+)", "\n".join(_BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))), re.MULTILINE))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert told == {"demo", "test"}
    assert told <= targets
