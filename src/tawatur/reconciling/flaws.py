"""What is wrong in a source itself, as a disagreement of the source with itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tawatur.model import Disagreement
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.explanations import Text, named, quoted, wording
from tawatur.reconciling.features import DocumentFeatures, Flaw
from tawatur.reconciling.parties import key_of
from tawatur.reconciling.sides import Scene, Stand, disagreement, stand


def source_errors(
    document: DocumentFeatures, flaws: Iterable[Flaw], accounts: dict[str, Account], event_of: Mapping[str, str], own: Account
) -> Iterator[Disagreement]:
    """One disagreement for each kind of flaw and wording of it in a document, its side being what is told beside the flaw."""
    found: dict[tuple[str, str], list[Flaw]] = defaultdict(list)
    for flaw in flaws:
        found[flaw.kind, flaw.quote].append(flaw)
    outlet = named(document.outlet or document.id, key_of(document.outlet or document.id, None))
    for (kind, quote), same in sorted(found.items()):
        mentions = sorted({mention for flaw in same for mention in flaw.mentions if mention in accounts})
        events = tuple(sorted({event_of[mention] for mention in mentions if mention in event_of}))
        position = quoted(" ".join(quote.split())) if quote.strip() else Text(same[0].message, same[0].message)
        one = stand(position, mentions, (), accounts) if mentions else Stand(position, accounts=(own,))
        explanation = wording("source_error", who=outlet, position=position)
        scene = Scene(position, (document.id, kind, quote), events)
        yield disagreement("source_error", scene, [one], explanation)
