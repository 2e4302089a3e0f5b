"""What a program may decide: each kind of judgement with just what it needs, as `tawatur judge` takes it."""

from typing import Annotated

from msgspec import Meta

from tawatur.ledger import judging
from tawatur.model import Record

_LONGEST = 2_000
_Id = Annotated[str, Meta(min_length=1, max_length=_LONGEST, description="An id, or its beginning.")]
_WORD = r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]"
"""A character that is no space, whoever reads the expression: Python and JSON Schema do not agree on what spaces are."""
_Said = Annotated[str, Meta(pattern=_WORD, max_length=_LONGEST)]


class _Decision(Record, frozen=True, tag_field="kind", forbid_unknown_fields=True):
    """Who decides, and why."""

    subject: _Id
    by: _Said
    why: _Said


class Same(_Decision, frozen=True, tag="same"):
    """Two accounts, or all of two events or claims, are of one."""

    object: _Id


class Different(_Decision, frozen=True, tag="different"):
    """Two accounts, or all of two events or claims, are not of one."""

    object: _Id


class Right(_Decision, frozen=True, tag="right"):
    """An account, a statement or a figure was read rightly."""


class Wrong(_Decision, frozen=True, tag="wrong"):
    """An account, a statement or a figure was read wrongly, and counts no more."""


class Value(_Decision, frozen=True, tag="value"):
    """A figure has another value (`12`, `10-15`, `10-` for at least), or a mention another `date=`, `type=`, `mode=` or `modality=`."""

    value: _Said


class Settle(_Decision, frozen=True, tag="settle"):
    """A disagreement is settled: `value` is the way (`prefer`, `range`, `unconfirmed`, `pending`, `ask`), `object` the side preferred, by
    its number or one of its accounts."""

    value: _Said
    object: _Id | None = None


class Undo(_Decision, frozen=True, tag="undo"):
    """A judgement is taken back."""


Decision = Same | Different | Right | Wrong | Value | Settle | Undo


def as_typed(one: Decision) -> judging.Decision:
    """The decision as `judging` takes it."""
    return judging.Decision(
        one.__struct_config__.tag, one.subject, getattr(one, "object", None), getattr(one, "value", None)  # type: ignore[arg-type]
    )  # fmt: skip
