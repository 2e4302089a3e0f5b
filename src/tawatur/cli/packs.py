"""`tawatur packs check` and `tawatur packs list`."""

import sys

from tawatur.cli.failures import complain
from tawatur.cli.options import LanguageOption
from tawatur.cli.screen import Screen
from tawatur.packs.check import check_packs, list_packs
from tawatur.wording.messages import spoken


def check(*, language: LanguageOption = None) -> int:
    """Say which lines of the packs are malformed, doubled or dead."""
    problems = check_packs()
    for problem in problems:
        complain(f"{problem.where}: {problem.what}; {problem.do}")
    if not problems:
        sys.stdout.write(spoken(language)("packs_sound") + "\n")
    return 1 if problems else 0


def list_(*, language: LanguageOption = None) -> int:
    """List the packs and their tables, with the number of lines of each."""
    say = spoken(language)
    rows = [[pack.name, table, str(lines)] for pack in list_packs() for table, lines in pack.tables.items()]
    Screen().table([say("pack"), say("table"), say("lines")], rows, ())
    return 0
