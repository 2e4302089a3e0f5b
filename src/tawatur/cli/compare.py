"""`tawatur compare`: whether two short claims agree, and what speaks for it."""

import sys
from typing import Annotated

import msgspec
from cyclopts import Parameter

from tawatur.cli.failures import UsageError
from tawatur.cli.options import LanguageOption, ShowFormat
from tawatur.cli.screen import Screen
from tawatur.reconciling.explanations import wording as worded
from tawatur.reconciling.stances import Stance, stance
from tawatur.reconciling.wordings import Wording, wording
from tawatur.wording.messages import Messages, spoken

_LONGEST = 1_000


def compare(
    one: Annotated[str, Parameter(help="A short claim, such as a headline.")],
    other: Annotated[str, Parameter(help="Another.")],
    /,
    *,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Say whether two short claims agree, disagree, or are about other things, and why."""
    found = stance(_read(one), _read(other))
    if format == "json":
        sys.stdout.write(msgspec.json.encode({"claims": (one, other), **msgspec.to_builtins(found)}).decode() + "\n")
    else:
        _print(one, other, found, Screen(), spoken(language))
    return 0


def _read(claim: str) -> Wording:
    """The wording of a claim. Raises UsageError for a text that is too long for one, or without words to go by."""
    if len(claim) > _LONGEST:
        raise UsageError(f"a claim of {len(claim)} characters is no short claim; give at most {_LONGEST}, such as a headline")
    found = wording(claim)
    if not found.words:
        raise UsageError(f"{claim!r} has no words to compare; give a claim in Arabic, in quotes")
    return found


def _print(one: str, other: str, found: Stance, screen: Screen, say: Messages) -> None:
    for claim in (one, other):
        screen.line(screen.text(claim))
    label = worded(f"stance.{found.label}")
    verdict = label.ar if say.language == "ar" else label.en
    screen.line(screen.bold(screen.text(verdict)) + f"  {found.probability:.0%}")
    for reason in found.reasons:
        screen.line("    " + screen.text(reason.ar if say.language == "ar" else reason.en))
