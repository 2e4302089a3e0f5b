"""What a statement asserts: predicate class, sign, and the parties it concerns. The words are in the table `propositions`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from tawatur.model import Name, Statement
from tawatur.packs.lexicon import Hit, Lexicon
from tawatur.packs.tables import Row, table_rows
from tawatur.reconciling.parties import body, key_of, speaks_for
from tawatur.reconciling.words import content_stems, stem, words_of_kind
from tawatur.text.tokens import COLON, COMMA, NEWLINE, STOP, Tokens

_BREAK = COMMA | STOP | COLON | NEWLINE
_ASSERTING = frozenset(("say", "affirm", "deny", "accuse", "claim_responsibility", "announce", "rumour", "condemn"))
_BLAMING = frozenset(("accuse", "deny", "claim_responsibility", "announce"))
_PRESUPPOSED = frozenset(("aim", "hit"))
_BEFORE, _AFTER, _WHOM = 7, 14, 9
_ABSENCE = 3
_AMONG = 4
_IMPERFECT = ("ي", "ت", "ن")
_OURS, _THEIRS = ("نا",), ("ها", "هم", "ته")


class Proposition(msgspec.Struct, frozen=True):
    """One assertion. `sign` is +1 or -1; `theme` is what goes on or stops, where no class says it.

    `who` are keys of all parties in the clause, `whom` and `object` the keys and stems of those the predicate concerns. `word_sign`
    is that of the predicate alone: «أفرج» and «احتجز» differ in it, «احتجز» and «لم يحتجز» do not.
    """

    predicate: str
    sign: int
    word_sign: int
    theme: str
    who: frozenset[str]
    whom: frozenset[str]
    object: frozenset[str]
    words: frozenset[str]
    among: frozenset[str] = frozenset()


class Mark(msgspec.Struct, frozen=True):
    """A word of the table in the text, at tokens `first` up to `stop`. `future` also marks a purpose («للإفراج عن»)."""

    first: int
    stop: int
    kind: str
    predicate: str
    sign: int
    reach: int
    verbal: bool
    future: bool


class Clause(msgspec.Struct, frozen=True):
    """A stretch of tokens with its marks."""

    first: int
    stop: int
    marks: tuple[Mark, ...]


@cache
def _lexicon() -> Lexicon:
    return Lexicon(iter(table_rows("propositions")))


@cache
def predicate_classes() -> dict[str, Row]:
    return {row.get("class"): row for row in table_rows("claim_classes")}


def slot(predicate: str) -> str:
    """`whom`, `who`, or nothing: which part must agree for two statements to speak of one thing."""
    row = predicate_classes().get(predicate)
    return row.get("slot") if row else ""


def _may_go_on(predicate: str) -> bool:
    """Whether the predicate names a state, so that its going on or stopping says whether it holds."""
    row = predicate_classes().get(predicate)
    return row is not None and row.get("state") == "yes"


def changes(predicate: str) -> bool:
    """Whether the opposite may be true a day later: a prisoner is freed, a town lost."""
    row = predicate_classes().get(predicate)
    return row is not None and row.get("changes") == "yes"


def propositions(text: str, statement: Statement, names: Sequence[Name]) -> tuple[Proposition, ...]:
    """What the statement asserts, in the order of its words; nothing for demands, threats and the like.

    A denying verb of the cue turns the sign of the first, which is what it denies. An act `deny` under another verb only says that
    the content is a denial: it turns the sign where the content itself has no negation.
    """
    if statement.act not in _ASSERTING:
        return ()
    content = text[statement.content.start : statement.content.end]
    tokens = Tokens(content)
    marks = _marks(tokens)
    teller = _teller(statement)
    accused = _accused(statement, names, teller)
    inside = [name for name in names if name.start >= statement.content.start and name.kind != "weapon"]
    placed = [(tokens.at(name.start - statement.content.start), key_of(name.name, name.id)) for name in inside]
    found = [
        proposition
        for clause in _clauses(tokens, marks)
        for proposition in _asserted(tokens, clause, placed, teller, direct=statement.direct)
    ]
    if statement.act in _BLAMING:
        found = [_blamed(one, statement, accused) if one.predicate == "responsible" else one for one in found]
    if statement.act == "condemn":
        found = [proposition for proposition in found if proposition.predicate in _PRESUPPOSED]
    if found and _turned(text, statement, marks):
        found[0] = msgspec.structs.replace(found[0], sign=-found[0].sign)
    return tuple(found + list(_by_act(statement, placed, accused, teller, found)))


def _by_act(
    statement: Statement, placed: Sequence[tuple[int, str]], accused: frozenset[str], teller: frozenset[str], found: Iterable[Proposition]
) -> Iterator[Proposition]:
    """To accuse, or to claim responsibility, is itself to say who is responsible."""
    if any(proposition.predicate == "responsible" for proposition in found):
        return
    if statement.act == "claim_responsibility" and teller:
        yield Proposition("responsible", 1, 1, "", teller, teller, frozenset(), frozenset())
    accused = accused or frozenset(key for _, name in placed[:1] if name not in teller for key in speaks_for(name))
    if statement.act == "accuse" and accused:
        yield Proposition("responsible", 1, 1, "", accused, accused, frozenset(), frozenset())


def _accused(statement: Statement, names: Iterable[Name], teller: frozenset[str]) -> frozenset[str]:
    """Whom the words between cue and content name: «حمّلت أنقرة | دمشق | مسؤولية …». Who denies without naming anyone denies for himself."""
    if statement.act == "deny":
        return frozenset(state for key in teller for state in speaks_for(key))
    if statement.act != "accuse":
        return frozenset()
    between = [name for name in names if statement.cue.end <= name.start and name.end <= statement.content.start]
    keys = [key_of(name.name, name.id) for name in between if name.kind not in ("weapon", "facility")]
    return next((speaks_for(key) for key in reversed(keys) if key not in teller), frozenset())


def _blamed(one: Proposition, statement: Statement, accused: frozenset[str]) -> Proposition:
    """Who accuses has named whom before; who denies may name in what he denies whom he clears."""
    named = frozenset(state for key in one.whom for state in speaks_for(key))
    whom = accused or named if statement.act == "accuse" else named or accused
    return msgspec.structs.replace(one, whom=whom, who=one.who | whom)


def _teller(statement: Statement) -> frozenset[str]:
    keys = [key_of(statement.speaker, statement.speaker_id)] if statement.speaker else []
    return frozenset([*keys, body(statement.organisation).key] if statement.organisation else keys)


def has_denying_cue(text: str, statement: Statement) -> bool:
    return any(mark.kind == "deny" for mark in _marks(Tokens(text[statement.cue.start : statement.cue.end])))


def _turned(text: str, statement: Statement, marks: Iterable[Mark]) -> bool:
    if has_denying_cue(text, statement):
        return True
    return statement.act == "deny" and not any(mark.kind in ("not", "deny", "untrue") for mark in marks)


def _marks(tokens: Tokens) -> list[Mark]:
    found, i = [], 0
    hits = _lexicon().scan(tokens)
    while i < len(tokens):
        if hits[i]:
            mark = _mark(hits[i][0])
            i = mark.stop
            if mark.kind != "may":
                found.append(mark)
            elif i < len(tokens) and tokens.forms[i].startswith(_IMPERFECT):
                found.append(msgspec.structs.replace(mark, kind="unreal"))
        else:
            i += 1
    return found


def _mark(hit: Hit) -> Mark:
    get = hit.entry.get
    sign = -1 if get("sign") == "-" else 1
    future = "س" in hit.pro if hit.column == "verb" else hit.pro.endswith("ل") and hit.entry.get("kind") in ("content", "aspect")
    return Mark(hit.first, hit.stop, get("kind"), get("class"), sign, int(get("reach") or 0), hit.column == "verb", future)


def _clauses(tokens: Tokens, marks: Iterable[Mark]) -> list[Clause]:
    """Stretches between commas and stops; one without a predicate belongs to the one before it."""
    edges = [0, *(i for i in range(1, len(tokens)) if tokens.gaps[i] & _BREAK), len(tokens)]
    spans: list[Clause] = []
    rest = list(marks)
    for first, stop in pairwise(edges):
        own = tuple(mark for mark in rest if first <= mark.first < stop)
        if spans and (not any(mark.kind in ("content", "aspect") for mark in own) or not _has_predicate(spans[-1])):
            last = spans.pop()
            spans.append(Clause(last.first, stop, last.marks + own))
        else:
            spans.append(Clause(first, stop, own))
    return spans


def _has_predicate(clause: Clause) -> bool:
    return any(mark.kind in ("content", "aspect") for mark in clause.marks)


def _asserted(
    tokens: Tokens, clause: Clause, placed: list[tuple[int, str]], teller: frozenset[str], *, direct: bool
) -> Iterator[Proposition]:
    contents = [mark for mark in clause.marks if mark.kind == "content"]
    heads = [mark for index, mark in enumerate(contents) if index == 0 or mark.verbal or slot(mark.predicate)]
    aspects = [mark for mark in clause.marks if mark.kind == "aspect"]
    for head in heads:
        aspect = _aspect_of(clause, head, aspects) if _may_go_on(head.predicate) else None
        if not _is_real(clause, head) or (aspect and (aspect.future or not _is_real(clause, aspect))):
            continue
        sign = _sign(clause, head, aspect)
        found = _proposition(tokens, clause, head, sign, placed, teller, direct=direct)
        yield found
        yield from _contrast(tokens, clause, head, found, placed)
    if not contents:
        for aspect in aspects[:1]:
            if _is_real(clause, aspect):
                found = _proposition(tokens, clause, aspect, _sign(clause, aspect, None), placed, teller, direct=direct)
                yield msgspec.structs.replace(found, theme=_theme(tokens, clause, aspect))


def _aspect_of(clause: Clause, head: Mark, aspects: Iterable[Mark]) -> Mark | None:
    """The nearest mark of going on or stopping, before or after, with no other predicate between."""
    near: list[tuple[int, Mark]] = []
    others = [mark for mark in clause.marks if mark.kind == "content" and mark is not head]
    ends = [mark for mark in clause.marks if mark.kind == "until" and mark.first >= head.stop]
    for aspect in aspects:
        low, high, limit = (aspect.stop, head.first, _BEFORE) if aspect.first < head.first else (head.stop, aspect.first, _AFTER)
        between = others if aspect.first < head.first else others + ends
        if high - low <= limit and not any(low <= other.first < high for other in between):
            near.append((high - low, aspect))
    return min(near, key=lambda pair: (pair[0], pair[1].first))[1] if near else None


def _is_real(clause: Clause, head: Mark) -> bool:
    if head.future:
        return False
    return not any(mark.kind == "unreal" and mark.stop <= head.first <= mark.stop + mark.reach for mark in clause.marks)


def _sign(clause: Clause, head: Mark, aspect: Mark | None) -> int:
    """The predicate's own sign, its aspect's, and one turn for each negation that reaches either."""
    parts = [head] if aspect is None else [head, aspect]
    sign = head.sign * (aspect.sign if aspect else 1)
    for mark in clause.marks:
        absent = mark.kind == "exist" and mark.sign < 0
        if mark.kind == "untrue" or ((mark.kind in ("not", "deny") or absent) and any(_reaches(clause, mark, part) for part in parts)):
            sign = -sign
    return sign


def _reaches(clause: Clause, negation: Mark, head: Mark) -> bool:
    reach = min(negation.reach or _ABSENCE, head.reach or negation.reach or _ABSENCE)
    if not negation.stop <= head.first <= negation.stop + reach:
        return False
    return not any(mark.kind == "content" and negation.stop <= mark.first < head.first for mark in clause.marks)


def _proposition(
    tokens: Tokens, clause: Clause, head: Mark, sign: int, placed: list[tuple[int, str]], teller: frozenset[str], *, direct: bool
) -> Proposition:
    stop = _object_end(clause, head)
    who = frozenset(key for at, key in placed if clause.first <= at < clause.stop)
    before = frozenset(key for at, key in placed if clause.first <= at < head.first)
    if slot(head.predicate) == "who" and before:
        whom, low, high = before, clause.first, head.first
    else:
        whom, low, high = frozenset(key for at, key in placed if head.stop <= at < stop), head.stop, stop
        own = _is_own(tokens.forms[head.first : stop], direct=direct, named=bool(whom))
        own = own or (
            slot(head.predicate) == "who"
            and _is_own(tokens.forms[max(clause.first, head.first - 1) : head.first], direct=direct, named=False)
        )
        if own or (slot(head.predicate) == "who" and _is_own(tokens.forms[head.first : head.stop], direct=direct, named=False)):
            whom, who = teller if slot(head.predicate) == "who" else whom | teller, who | teller
    words = frozenset(content_stems(tokens.slice(clause.first, clause.stop)))
    concerned = frozenset(content_stems(tokens.slice(low, high)))
    return Proposition(head.predicate, sign, head.sign, "", who, whom, concerned, words, _among(tokens, clause, head))


def _among(tokens: Tokens, clause: Clause, head: Mark) -> frozenset[str]:
    """Stems of those among whom it happened, or did not: «دون إصابات في صفوف القوات العراقية»."""
    marks = words_of_kind("among")
    at = next((i for i in range(head.stop, min(clause.stop, head.stop + _AMONG)) if stem(tokens.forms[i]) in marks), None)
    return frozenset(content_stems(tokens.slice(at + 1, min(clause.stop, at + 1 + _AMONG)))) if at is not None else frozenset()


def _object_end(clause: Clause, head: Mark) -> int:
    following = [mark.first for mark in clause.marks if mark.first >= head.stop and mark.kind in ("content", "aspect", "until", "but")]
    return min([*following, clause.stop, head.stop + _WHOM])


def _is_own(forms: Sequence[str], *, direct: bool, named: bool) -> bool:
    """Whether the words point to the speaker's own side: «عناصرنا» in a quote, «عناصرها» in reported speech."""
    if any(len(form) > 3 and form.endswith(_OURS) for form in forms):
        return True
    return not direct and not named and any(len(form) > 4 and form.endswith(_THEIRS) for form in forms)


def _contrast(tokens: Tokens, clause: Clause, head: Mark, found: Proposition, placed: list[tuple[int, str]]) -> Iterator[Proposition]:
    """«ليس موجهاً ضد العراق، بل ضد الأميركيين»: the opposite of what was denied, of whom comes after «بل»."""
    after = [mark for mark in clause.marks if mark.first > head.first and mark.kind in ("content", "but")]
    if found.sign == head.sign or not after or after[0].kind != "but" or len(after) > 1:
        return
    low = after[0].stop
    whom = frozenset(key for at, key in placed if low <= at < clause.stop)
    stems = frozenset(content_stems(tokens.slice(low, min(clause.stop, low + _WHOM))))
    yield msgspec.structs.replace(found, sign=-found.sign, whom=whom, object=stems)


def _theme(tokens: Tokens, clause: Clause, aspect: Mark) -> str:
    """The first telling word after the aspect, else the last before it."""
    after = content_stems(tokens.slice(aspect.stop, clause.stop))
    before = content_stems(tokens.slice(clause.first, aspect.first))
    return after[0] if after else before[-1] if before else ""
