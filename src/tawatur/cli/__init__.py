"""The command line: `tawatur COMMAND`. Each command is a module of its own, imported when it is called."""

from tawatur.cli.app import main

__all__ = ["main"]
