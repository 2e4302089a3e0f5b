"""The tables of what intake knows, kept as files beside its code."""

from importlib.resources import files


def table(name: str) -> list[list[str]]:
    """The cells of a table of tab-separated values, a list a line, without its comments and the line of its columns."""
    lines = (files("tawatur.intake") / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
