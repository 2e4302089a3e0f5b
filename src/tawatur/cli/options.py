"""The options that commands share."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from cyclopts import Parameter

from tawatur import edtf
from tawatur.cli.failures import UsageError
from tawatur.wording.messages import Language

STANDARD_INPUT = "standard-input:"
"""Stands for `-`, which the parser would take for an option."""

LanguageOption = Annotated[
    Language | None, Parameter(name="--language", help="Language of labels; by default TAWATUR_LANGUAGE or the locale decides.")
]
ListFormat = Annotated[
    Literal["table", "json", "csv"], Parameter(name="--format", help="A table for people, one JSON array, or CSV.")
]  # fmt: skip
ShowFormat = Annotated[Literal["table", "json"], Parameter(name="--format", help="Text for people, or JSON.")]
Type = Annotated[str | None, Parameter(name="--type", help="Only this type (events), act (statements) or kind (disagreements).")]


@Parameter(name="*")
@dataclass(frozen=True)
class Narrow:
    """Options that narrow a list. Names match in part, whatever their hamzas and marks."""

    day: Annotated[str | None, Parameter(help="Only this day, month or year: 2020-03-14, 2020-03.")] = None
    first: Annotated[str | None, Parameter(name="--from", help="Only from this day on.")] = None
    last: Annotated[str | None, Parameter(name="--to", help="Only up to this day.")] = None
    place: Annotated[str | None, Parameter(help="Only at places of this name.")] = None
    actor: Annotated[str | None, Parameter(help="Only with this actor or target.")] = None
    speaker: Annotated[str | None, Parameter(help="Only what stands on this speaker, agency or outlet.")] = None
    type: Type = None
    text: Annotated[str | None, Parameter(help="Only with these words in the accounts.")] = None
    limit: Annotated[int | None, Parameter(help="At most so many.")] = None


def checked_date(option: str, date: str | None) -> str | None:
    """Raises UsageError for what is no date."""
    if date is not None and edtf.bounds(date) is None:
        raise UsageError(f"{option}: {date!r} is no date; write it as 2020-03-14")
    return date


def checked_type(given: str | None, allowed: object) -> str | None:
    """The type as the model spells it. Raises UsageError for a type that is not among the values of a Literal."""
    values = {value.casefold(): value for value in get_args(allowed)}
    if given is not None and given.casefold() not in values:
        raise UsageError(f"--type: {given!r} is not one of {', '.join(values.values())}")
    return values[given.casefold()] if given is not None else None


def checked_paths(paths: tuple[str, ...]) -> list[str]:
    """The paths, with `-` for standard input. Raises UsageError when there is none."""
    if not paths:
        raise UsageError("name at least one file, folder or - for standard input")
    return ["-" if path == STANDARD_INPUT else path for path in paths]
