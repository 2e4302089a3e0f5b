"""`tawatur judge` and `tawatur judgements`: what people decide, and the list of it."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from cyclopts import Parameter

from tawatur.cli.failures import Failures, UsageError
from tawatur.cli.lists import print_list
from tawatur.cli.opening import bring_up_to_date, opened
from tawatur.cli.options import STANDARD_INPUT, LanguageOption, ShowFormat
from tawatur.cli.screen import Screen
from tawatur.cli.verdicts import Told
from tawatur.errors import InputError
from tawatur.ledger import changes, judging
from tawatur.ledger.judgements import Judged, listed
from tawatur.model import JudgementKind
from tawatur.reconciling.rulings import objects
from tawatur.wording.messages import Messages, spoken

NAME_VARIABLE = "TAWATUR_JUDGE_NAME"
LedgerPath = Annotated[Path, Parameter(help="The ledger's file.")]


def judge(
    ledger: LedgerPath,
    kind: Annotated[JudgementKind | None, Parameter(help="What is decided: same, different, right, wrong, value, settle; or undo.")] = None,
    subject: Annotated[
        str | None,
        Parameter(
            help="The id of an event, mention, claim, statement, figure, (settle) disagreement or (undo) judgement, or its beginning."
        ),
    ] = None,
    object: Annotated[
        str | None, Parameter(help="The other id, for same and different; for settle the preferred side: its number or an account's id.")
    ] = None,
    /,
    *,
    value: Annotated[
        str | None,
        Parameter(
            help="For value: 12, 10-15 or 10- for a figure; date=2020-03-14, type=, mode=, modality= for a mention. "
            "For settle: prefer, range, unconfirmed, pending, ask."
        ),
    ] = None,
    by: Annotated[str | None, Parameter(help=f"Who decides; by default {NAME_VARIABLE}.")] = None,
    why: Annotated[str | None, Parameter(help="Why; always needed.")] = None,
    source: Annotated[str | None, Parameter(name="--from", help="Take in a file of judgements, as `tawatur export` writes it.")] = None,
    format: ShowFormat = "table",
    language: LanguageOption = None,
) -> int:
    """Decide what the machine cannot: that two accounts are of one event or not, that something was read wrong, what a figure is, how to
    settle a disagreement.

    Nothing is ever erased: a judgement is kept with who, when and why, holds in every later rebuild, and is taken back with undo.
    """
    say, failures = spoken(language), Failures()
    if source is not None:
        if kind is not None:
            raise UsageError(f"judge: either {kind} or --from, not both")
        return _take_in(ledger, source, say)
    if kind is None or subject is None:
        raise UsageError(
            "judge: write what is decided of which id: same ID ID, different ID ID, right ID, wrong ID, value ID, settle ID, undo ID"
        )
    name = by or os.environ.get(NAME_VARIABLE)
    if not name or not why:
        missing = f"who decides with --by (or {NAME_VARIABLE})" if not name else "why with --why"
        raise UsageError(f"judge: say {missing}")
    with opened(ledger, say, failures) as book:
        found = judging.judge(book, judging.Decision(kind, subject, object, value), name, why)
        before = changes.around(book, changes.concerned(book, found))
        bring_up_to_date(book, say, failures)
        changed = changes.changed(book, found, before)
    if format == "json":
        sys.stdout.write(msgspec.json.encode(changed, order="deterministic").decode() + "\n")
    else:
        Told(Screen(), say).change(changed, ledger)
    return failures.status


def _take_in(ledger: Path, source: str, say: Messages) -> int:
    failures = Failures()
    with opened(ledger, say, failures) as book:
        new, faults = judging.take_in(book, _lines(source))
        for fault in faults:
            failures.add(fault)
        bring_up_to_date(book, say, failures)
    sys.stdout.write(say("judgements_taken", new=new, failed=len(faults)) + "\n")
    return failures.status


def _lines(source: str) -> list[tuple[str, bytes]]:
    try:
        content = sys.stdin.buffer.read() if source == STANDARD_INPUT else Path(source).read_bytes()
    except OSError as fault:
        raise InputError(source, f"cannot be read ({fault.strerror})", "name a file of judgements") from fault
    return [(f"{source}:{number}", line) for number, line in enumerate(content.splitlines(), 1)]


def judgements(
    ledger: LedgerPath,
    *,
    format: Annotated[
        Literal["table", "json", "jsonl", "csv"], Parameter(name="--format", help="A table for people, JSON, JSON lines, or CSV.")
    ] = "table",
    language: LanguageOption = None,
) -> int:
    """List what people decided: who, when, why, and whether it is in force."""
    say = spoken(language)
    with opened(ledger, say) as book:
        found = list(listed(book))
    if format == "jsonl":
        sys.stdout.writelines(msgspec.json.encode(_record(one), order="deterministic").decode() + "\n" for one in found)
    else:
        headings = ["date", "judgement", "about", "by", "why", "standing", "id"]
        print_list(
            format, say, headings, [_record(one) for one in found], map(Told(Screen(), say).row, found), _COLUMNS, map(_cells, found)
        )
    return 0


_COLUMNS = ["id", "at", "kind", "subject", "objects", "value", "by", "why", "standing", "by_which"]


def _record(one: Judged) -> dict[str, Any]:
    return {**msgspec.to_builtins(one.judgement), "standing": one.standing, "by_which": one.by_which}


def _cells(one: Judged) -> list[Any]:
    said = one.judgement
    value = said.value if said.kind in ("value", "settle") else None
    return [said.id, said.at, said.kind, said.subject, "; ".join(objects(said)), value, said.by, said.why, one.standing, one.by_which]
