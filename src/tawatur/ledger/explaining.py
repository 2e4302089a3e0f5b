"""Why the ledger holds what it holds: two things compared, or one thing and what its numbers rest on."""

from collections.abc import Callable, Sequence

from tawatur.errors import NotFoundError, TawaturError
from tawatur.ledger import lookup, why_documents, why_numbers
from tawatur.ledger.accounts import Account, Accounts
from tawatur.ledger.lookup import Located
from tawatur.ledger.neighbourhood import Neighbourhood
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.reconciling.why import Reason, two_groups, two_mentions
from tawatur.reconciling.why_claims import two_claims, two_statements

_MENTIONS: tuple[lookup.Kind, ...] = ("mention", "event", "figure", "document")
_STATEMENTS: tuple[lookup.Kind, ...] = ("statement", "claim")
_FAMILIES: tuple[lookup.Kind, ...] = ("document", "family")


class Why(Record, frozen=True):
    """The things asked about, the reasons, and the accounts that the reasons speak of, in their own words."""

    about: tuple[Located, ...]
    reason: Reason
    accounts: tuple[Account, ...] = ()


def why(ledger: Ledger, prefixes: Sequence[str]) -> Why:
    """Explains one or two ids. Raises NotFoundError for an id that is not there, TawaturError for two that cannot be compared."""
    found = tuple(lookup.find(ledger, prefix) for prefix in prefixes)
    told = _one(ledger, found[0]) if len(found) == 1 else _two(ledger, found[0], found[1])
    return Why(found, told, _accounts(ledger, told))


def _one(ledger: Ledger, located: Located) -> Reason:
    tellers: dict[lookup.Kind, Callable[[Ledger, str], Reason]] = {
        "event": why_numbers.event, "claim": why_numbers.claim, "disagreement": why_numbers.disagreement, "figure": why_numbers.figure,
        "family": why_documents.family, "document": why_documents.document,
    }  # fmt: skip
    if located.kind in tellers:
        return tellers[located.kind](ledger, located.id)
    home = _home(ledger, located)
    if home is None:
        raise NotFoundError(f"{located.id}: is in no event or claim; name another beside it: `tawatur why LEDGER ID ID`")
    members = lookup.event(ledger, home.id).mentions if home.kind == "event" else lookup.claim(ledger, home.id).statements
    return tellers[home.kind](ledger, home.id) if len(members) == 1 else _two(ledger, home, located)


def _home(ledger: Ledger, located: Located) -> Located | None:
    """The event of a mention, or the claim of a statement."""
    kind: lookup.Kind = "event" if located.kind == "mention" else "claim"
    home = Neighbourhood(ledger, ()).home(kind, located.id) if located.kind in ("mention", "statement") else None
    return Located(kind, home) if home else None


def _two(ledger: Ledger, one: Located, other: Located) -> Reason:
    if one == other:
        raise TawaturError(f"{one.id}: is named twice; name two things, or one alone")
    for kinds, compare in ((_FAMILIES, _documents), (_MENTIONS, _events), (_STATEMENTS, _claims)):
        if one.kind in kinds and other.kind in kinds:
            return compare(ledger, one, other)
    raise TawaturError(f"{one.id} is a {one.kind}, {other.id} a {other.kind}; these cannot be compared")


def _documents(ledger: Ledger, one: Located, other: Located) -> Reason:
    """Two documents; a family stands for its first, or for another of its documents when it is asked about one of these."""
    names = [lookup.family(ledger, located.id).first if located.kind == "family" else located.id for located in (one, other)]
    if names[0] == names[1]:
        return why_documents.document(ledger, names[0])
    return why_documents.two(ledger, names[0], names[1])


def _events(ledger: Ledger, one: Located, other: Located) -> Reason:
    """Mentions and events, and documents as all that they tell."""
    ours, theirs = _mentions(ledger, one), _mentions(ledger, other)
    near = Neighbourhood(ledger, (*ours, *theirs))
    if len(ours) == len(theirs) == 1:
        return two_mentions(near.mentions[ours[0]], near.mentions[theirs[0]], near.side(ours[0]), near.side(theirs[0]), near.known())
    homes = [{near.home("event", name) for name in names} for names in (ours, theirs)]
    is_one = bool(homes[0] & homes[1] - {None})
    if is_one and (one.kind, other.kind) != ("event", "event"):
        ours = tuple(name for name in ours if len(ours) == 1 or name not in theirs)
        theirs = tuple(name for name in theirs if len(theirs) == 1 or name not in ours)
    return two_groups([near.mentions[name] for name in ours], [near.mentions[name] for name in theirs], near.known(), is_one=is_one)


def _mentions(ledger: Ledger, located: Located) -> tuple[str, ...]:
    if located.kind == "event":
        return lookup.event(ledger, located.id).mentions
    if located.kind == "figure":
        return tuple(mention for name, mention, _ in lookup.figures(ledger, located.id))
    if located.kind == "mention":
        return (located.id,)
    found = tuple(name for (name,) in ledger.rows("SELECT id FROM mentions WHERE document = ? ORDER BY id", located.id))
    if not found:
        raise TawaturError(f"{located.id}: tells of no event; compare it with another document")
    return found


def _claims(ledger: Ledger, one: Located, other: Located) -> Reason:
    ours, theirs = (lookup.claim(ledger, located.id).statements if located.kind == "claim" else (located.id,) for located in (one, other))
    near = Neighbourhood(ledger, (*ours, *theirs))
    if len(ours) == len(theirs) == 1:
        homes = [near.home("claim", names[0]) for names in (ours, theirs)]
        return two_statements(near.statements[ours[0]], near.statements[theirs[0]], homes[0], homes[1], near.known())
    is_one = bool(set(ours) & set(theirs))
    return two_claims([near.statements[name] for name in ours], [near.statements[name] for name in theirs], near.known(), is_one=is_one)


def _accounts(ledger: Ledger, told: Reason) -> tuple[Account, ...]:
    """The mentions and statements that a reason speaks of, each once, in the order they come up."""
    accounts, found = Accounts(ledger), dict.fromkeys(_ids(told))
    return tuple(account for name in found for account in (*accounts.mentions([name]), *accounts.statements([name])))


def _ids(told: Reason) -> list[str]:
    return [*told.ids, *(name for inner in told.because for name in _ids(inner))]
