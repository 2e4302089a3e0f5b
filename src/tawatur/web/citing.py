"""Citations: what is held, on what sources, as plain text in Arabic and English, to be copied into an article or a file.

Every text from outside stands between isolates (U+2068 and U+2069), so that its direction leaves the line around it alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur import __version__
from tawatur.ledger.briefs import Brief
from tawatur.ledger.rows import VERSION
from tawatur.ledger.store import Ledger
from tawatur.model import Claim, Disagreement, Event, FigureRange, FigureValue
from tawatur.reconciling.explanations import event_label
from tawatur.web.sentences import isolated_parts
from tawatur.wording.dates import DateWords
from tawatur.wording.messages import LANGUAGES, Messages
from tawatur.wording.outside import clean

_UNASKED = 20
"""Sources up to which a citation is given unasked."""
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True)
class Edition:
    """The state of a ledger: the program's version, the reader's, and the last entry of the custody log, by which it can be checked."""

    version: str
    reader: str
    entries: int
    head: str


@dataclass(frozen=True)
class Citation:
    """What is cited, and where it can be seen; `sources` are all accounts it rests on, numbered from 1 as on its page."""

    subject: Event | Claim | Disagreement
    sources: Sequence[Brief]
    edition: Edition
    permalink: str


@dataclass(frozen=True)
class Citing:
    """A citation in both languages, under the role of the figures cited or nothing."""

    role: str
    texts: tuple[tuple[str, str], ...]


def edition(ledger: Ledger) -> Edition:
    row = ledger.rows("SELECT number, hash FROM custody ORDER BY number DESC LIMIT 1").fetchone() or (0, "")
    return Edition(__version__, VERSION, *row)


def citations(citation: Citation, say: Messages, asked: str | None) -> list[Citing]:
    """Of the whole, where it is not too long to give unasked, then of the figures asked for; the viewer's language first."""
    roles = [""] if asked or len(citation.sources) <= _UNASKED else []
    if isinstance(citation.subject, Event) and asked in citation.subject.figures:
        roles.insert(0, asked)
    words = [Messages(language, say.digits, say.months) for language in sorted(LANGUAGES, key=lambda one: one != say.language)]
    return [Citing(role, tuple((one.language, cited(citation, one, role or None)) for one in words)) for role in roles]


def isolated(text: str) -> str:
    """A text from outside, harmless, with a direction of its own."""
    return f"{_ISOLATE}{clean(text)}{_END}"


def cited(citation: Citation, say: Messages, role: str | None = None) -> str:
    """The citation in the language of `say`, one fact a line: of an event, of one role of its figures, of a disagreement or a claim."""
    subject = citation.subject
    match subject:
        case Event():
            lines = _of_event(subject, citation, say, role)
        case Disagreement():
            lines = _of_disagreement(subject, citation, say)
        case Claim():
            lines = [say("web.cite.claim", about=isolated(subject.about)), say.chains(subject.chains_min, subject.chains_max)]
    made = citation.edition
    return "\n".join((
        *lines,
        say("web.cite.sources"),
        *_sources(citation, say, _parts(subject, role)),
        say("web.cite.ledger", version=made.version, reader=made.reader, entries=str(made.entries), head=isolated(made.head)),
        say("web.cite.link", link=isolated(citation.permalink)),
    ))  # fmt: skip


def _of_event(event: Event, citation: Citation, say: Messages, role: str | None) -> list[str]:
    label = event_label(event)
    chosen = [(name, found) for name, found in sorted(event.figures.items()) if role in (None, name)]
    lines = [isolated_parts(clean(label.ar if say.language == "ar" else label.en)), say.chains(event.chains_min, event.chains_max)]
    for name, found in chosen:
        lines.append(say("web.cite.figure", role=say(f"role.{name}"), range=_range(found, say)))
        if role is not None:
            lines += [_value(value, citation, say) for value in found.values]
    return lines


def _range(found: FigureRange, say: Messages) -> str:
    bounds = {key: say("unknown") if (bound := getattr(found, key)) is None else bound for key in ("low", "best", "high")}
    return say("low_best_high", **bounds)


def _value(value: FigureValue, citation: Citation, say: Messages) -> str:
    amount = say.value(value.low, value.high, value.modifier)
    counted = f" ({isolated(value.of)})" if value.of else ""
    chains = say.chains(value.chains_min, value.chains_max)
    return say("web.cite.stands", what=amount + counted, chains=chains, numbers=_numbers(citation, value.mentions, say))


def _of_disagreement(found: Disagreement, citation: Citation, say: Messages) -> list[str]:
    lines = [isolated_parts(clean(found.explanation[say.language]))]
    for side in found.sides:
        numbers = _numbers(citation, (*side.mentions, *side.statements), say)
        chains = say.chains(side.chains_min, side.chains_max)
        lines.append(say("web.cite.stands", what=isolated(side.position), chains=chains, numbers=numbers))
    return lines


def _numbers(citation: Citation, parts: Iterable[str], say: Messages) -> str:
    wanted = set(parts)
    found = (number for number, one in enumerate(citation.sources, 1) if one.id in wanted)
    return say("page.separator").join(f"[{say.number(number)}]" for number in found)


def _parts(subject: Event | Claim | Disagreement, role: str | None) -> set[str] | None:
    """The accounts that are cited; None for all."""
    if not isinstance(subject, Event) or role is None:
        return None
    return {name for value in subject.figures[role].values for name in value.mentions}


def _sources(citation: Citation, say: Messages, parts: set[str] | None) -> Iterable[str]:
    dates = DateWords(say)
    for number, one in enumerate(citation.sources, 1):
        if parts is None or one.id in parts:
            title = f"«{isolated(one.title)}»" if one.title else isolated(one.document)
            yield say(
                "web.cite.source", number=number, outlet=isolated(say.outlet(one.outlet)), title=title, date=dates.edtf(one.published),
                address=isolated(one.source), hash=isolated(one.sha256),
            )  # fmt: skip
