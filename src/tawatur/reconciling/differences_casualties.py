"""Statements that nobody, or none of someone's people, was hit, against mentions that count victims or name them as targets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tawatur.model import Disagreement, FigureValue
from tawatur.reconciling.cases import ARMED, Case, apart, names, share_origin
from tawatur.reconciling.differences_figures import HARM
from tawatur.reconciling.explanations import Text, amount, quoted, wording
from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.matters import teller
from tawatur.reconciling.predicates import Proposition
from tawatur.reconciling.scopes import scope, singular
from tawatur.reconciling.words import telling, words_of_kind

_AMONG = "among "
_PEOPLED = ARMED | {"organization", "organisation", "country"}


def casualties(case: Case) -> Iterator[Disagreement]:
    """One disagreement for each of those whom statements call unhurt: everybody, a party, or people of some kind."""
    deniers: dict[frozenset[str], list[StatementFeatures]] = defaultdict(list)
    for statement in case.statements:
        for said in statement.propositions:
            if said.predicate == "hit" and said.sign < 0 and not said.object & words_of_kind("grave") and not _gives_count(case, statement):
                deniers[_unhurt(said)].append(statement)
    for whom in sorted(deniers, key=sorted):
        yield from _contradicted(case, whom, deniers[whom])


def _unhurt(said: Proposition) -> frozenset[str]:
    """Who was not hit: keys of parties, or else the stems of a word for people; empty for everybody."""
    if said.whom:
        return said.whom
    words = said.among or telling(said.object) - words_of_kind("harm") - words_of_kind("anyone")
    return frozenset(f"{_AMONG}{singular(word)}" for word in words if not word.isdigit())


def _contradicted(case: Case, whom: frozenset[str], deniers: Sequence[StatementFeatures]) -> Iterator[Disagreement]:
    own = [one for one in deniers if whom & set(teller(one))]
    against = [mention for mention in case.mentions if _harmed(mention, whom, own=bool(own)) and not _covered(mention, deniers)]
    if not against:
        return
    hurt = case.stand(_harm(against, whom), [mention.id for mention in against])
    none = case.stand(quoted(deniers[0].text), (), {statement.id for statement in deniers})
    hurt, none = apart([hurt, none])
    if not share_origin(hurt, none):
        yield case.record("casualties", case.topic("topic.casualties"), [hurt, none], *sorted(whom))


def _gives_count(case: Case, statement: StatementFeatures) -> bool:
    """Whether the statement speaks of a number of victims: then the number is denied, or others are told of."""
    return any(count.account.id == statement.id and (count.figure.low or 0) > 0 for role in HARM for count in case.counts.get(role, ()))


def _covered(mention: MentionFeatures, statements: Iterable[StatementFeatures]) -> bool:
    return any(mention.id in statement.covers for statement in statements)


def _harmed(mention: MentionFeatures, whom: frozenset[str], *, own: bool) -> bool:
    """Whether the mention counts victims among them; who says that none of his own was hit answers whoever calls them the target.

    A mention that counts both none and some tells of two moments itself.
    """
    harm = [figure for figure in mention.figures if figure.role in HARM]
    victims = [figure for figure in harm if (figure.low or 0) > 0] if all(figure.high != 0 for figure in harm) else []
    among = {word.removeprefix(_AMONG) for word in whom if word.startswith(_AMONG)}
    if not whom or among:
        return any(not whom or among <= set(scope(figure).split()) for figure in victims)
    return own and any(target.key in whom and target.kind in _PEOPLED for target in mention.targets)


def _harm(mentions: Sequence[MentionFeatures], whom: frozenset[str]) -> Text:
    """What stands against «nobody was hit»: whom the mentions name as targets, else the worst count."""
    targets = [target for mention in mentions for target in mention.targets if target.key in whom]
    if targets:
        return wording("hit", who=names(targets))
    figures = [figure for mention in mentions for figure in mention.figures if figure.role in HARM and (figure.low or 0) > 0]
    worst = max(figures, key=lambda figure: (figure.role == "killed", figure.low or 0))
    value = amount(FigureValue(worst.low, worst.high, worst.modifier, (), (), 0, 0))
    label = wording(f"role.{worst.role}")
    return Text(f"{label.ar}: {value.ar}", f"{label.en}: {value.en}")
