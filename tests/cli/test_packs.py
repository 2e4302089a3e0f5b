import pytest

from tawatur.cli import packs
from tawatur.packs.check import Problem
from tests.cli.conftest import Runner


def test_packs_without_fault(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "check_packs", list)
    shown = run("packs", "check")
    assert (shown.status, shown.out, shown.err) == (0, "the packs are sound\n", "")


def test_each_fault_is_a_line(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = [Problem("ar/months.tsv:3", "the id is missing", "fill it in"), Problem("ar/units.tsv:9", "doubled", "remove one")]
    monkeypatch.setattr(packs, "check_packs", lambda: problems)
    shown = run("packs", "check", "--language", "ar")
    assert (shown.status, shown.out) == (1, "")
    assert shown.err.splitlines() == ["ar/months.tsv:3: the id is missing; fill it in", "ar/units.tsv:9: doubled; remove one"]


def test_every_pack_is_listed_with_its_tables(run: Runner) -> None:
    lines = run("packs", "list").out.splitlines()
    assert lines[0].split() == ["pack", "table", "lines"]
    assert ["ar", "months"] in [line.split()[:2] for line in lines]
    assert all(line.split()[2].isdigit() for line in lines[1:])
