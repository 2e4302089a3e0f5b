"""The commands by name, and what happens around each: usage errors, interruptions, closed pipes, exit status."""

import sys
from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple, TextIO

from cyclopts import App, CycloptsError

from tawatur import __version__
from tawatur.cli.failures import UsageError, complain, quiet_pipe
from tawatur.cli.options import STANDARD_INPUT
from tawatur.errors import TawaturError

USAGE_ERROR, INTERRUPTED, PIPE_CLOSED = 2, 130, 141


class Command(NamedTuple):
    """A line of `commands.tsv`. `words` is the command as typed, `function` its `module:name` in this package."""

    words: str
    function: str
    help: str
    example: str


def commands() -> list[Command]:
    lines = (files("tawatur.cli") / "commands.tsv").read_text(encoding="utf-8").splitlines()
    return [Command(*line.split("\t")) for line in lines if not line.startswith("#")][1:]


def make_app() -> App:
    app = App(
        name="tawatur", version=__version__, help_format="plaintext",
        help="Read Arabic news reports and keep a ledger: what happened, who said so, through whom, and which accounts agree.",
    )  # fmt: skip
    packs = App(name="packs", help="The packs: what Tawatur knows of the language and the world.")
    for command in commands():
        owner, name = (packs, command.words.removeprefix("packs ")) if command.words.startswith("packs ") else (app, command.words)
        example = f"Example: {command.example}"
        owner.command(f"tawatur.cli.{command.function}", name=name, help=command.help, help_epilogue=example)
    app.command(packs)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Exit status: 0, 1 when anything failed, 2 for a wrong command line, 130 after Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    words = [STANDARD_INPUT if word == "-" else word for word in (sys.argv[1:] if arguments is None else arguments)]
    try:
        status = make_app()(words, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except (CycloptsError, UsageError) as error:
        complain(f"tawatur: {error} (see tawatur --help)")
        return USAGE_ERROR
    except TawaturError as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        quiet_pipe()
        return PIPE_CLOSED
    return status if isinstance(status, int) else 0


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")
