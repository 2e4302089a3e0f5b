"""What reconciling knew of a few things: their features as judgements leave them, and what stands beside them."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from tawatur.ledger import lookup
from tawatur.ledger.decided import decided
from tawatur.ledger.deriving import reading
from tawatur.ledger.store import Ledger
from tawatur.model import Merge
from tawatur.reconciling.accounts import Account, account_of
from tawatur.reconciling.corrections import corrected
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.shelf import Shelf
from tawatur.reconciling.why import Known, Side
from tawatur.reconciling.words import stem
from tawatur.text.tokens import Tokens

_GROUPS = {"event": ("event_mentions", "mention"), "claim": ("claim_statements", "statement")}


class Neighbourhood:
    """The documents of some mentions and statements, and of all that these are with."""

    def __init__(self, ledger: Ledger, parts: Iterable[str]) -> None:
        self.ledger = ledger
        known = decided(ledger)
        self._last, rules = known.last, known.rulings
        wanted = set(parts)
        homes = {home for part in wanted for kind in _GROUPS if (home := self.home(kind, part))}
        beside = {part for home in homes for part in self._members(home)}
        self._homes = sorted(homes)
        self.shelf = Shelf(ledger.connection, rules)
        self.documents = self._documents(wanted | beside)
        told = [mention for name in self.documents for mention in self.shelf.read_in(name)]
        self.mentions = {mention.id: mention for mention in told} | {mention.id: mention for mention in corrected(told, rules)}
        self.statements = {statement.id: statement for name in self.documents for statement in self.shelf.statements_in(name)}

    def known(self) -> Known:
        """The merges of all events and claims around, and the judgements that hold."""
        merges: tuple[Merge, ...] = tuple(merge for home in self._homes for merge in lookup.merges(self.ledger, home))
        return Known(merges, self._last, self._spelling())

    def home(self, kind: str, part: str) -> str | None:
        """The event of a mention or the claim of a statement."""
        table, column = _GROUPS[kind]
        found = self.ledger.value(f"SELECT {kind} FROM {table} WHERE {column} = ?", part)
        return str(found) if found else None

    def side(self, mention: str) -> Side:
        home = self.home("event", mention)
        return Side(home, tuple(self.mentions[name] for name in lookup.event(self.ledger, home).mentions) if home else ())

    def account(self, part: str) -> Account:
        """A mention or statement as one that was handed down."""
        found: MentionFeatures | StatementFeatures = self.mentions.get(part) or self.statements[part]
        family = self.ledger.value("SELECT family FROM family_members WHERE document = ?", found.document)
        return account_of(found, self.shelf.document(found.document), family or found.document)

    def _spelling(self) -> dict[str, str]:
        """The commonest word of the texts for each stem, the shorter where two are as common."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for name in self.documents:
            text = reading(self.ledger, name).document.text
            tokens = Tokens(text)
            for form, start, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True):
                found[stem(form)][text[start:end]] += 1
        return {form: min(words, key=lambda word: (-words[word], len(word), word)) for form, words in found.items()}

    def _members(self, home: str) -> tuple[str, ...]:
        if home.startswith("event"):
            return lookup.event(self.ledger, home).mentions
        return lookup.claim(self.ledger, home).statements

    def _documents(self, parts: Iterable[str]) -> list[str]:
        found = set()
        for part in parts:
            sql = "SELECT document FROM mentions WHERE id = ? UNION SELECT document FROM statements WHERE id = ?"
            found |= {name for (name,) in self.ledger.rows(sql, part, part)}
        return sorted(found)
