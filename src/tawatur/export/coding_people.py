"""Who people are that a text counts or names without a name: civilians, demonstrators, soldiers, police, fighters."""

from functools import cache
from typing import NamedTuple

from tawatur.packs.tables import table_rows
from tawatur.reconciling.words import folded_words

_ARTICLE = "ال"
_PRONOUNS = ("ه", "ها", "هم")
_MEMBER = "member"


class People(NamedTuple):
    """A kind of people (see the table `people_kinds`); `is_whole`: the words mean all of that kind, not a part of it."""

    kind: str
    is_whole: bool


def people(name: str | None) -> People | None:
    """The kind that the words tell: «أفراد الشرطة» are police, «جنديان عراقيان» soldiers, and of «سيارتان للشرطة» nothing is said."""
    for word in folded_words(name or ""):
        found = _known(word)
        if found is None or found.kind != _MEMBER:
            return found
    return None


def _known(word: str) -> People | None:
    bare = word.removeprefix(_ARTICLE)
    endings = (bare.removesuffix(pronoun) for pronoun in _PRONOUNS if bare.endswith(pronoun))
    return next((_kinds()[form] for form in (bare, *endings) if form in _kinds()), None)


@cache
def _kinds() -> dict[str, People]:
    rows = table_rows("people_kinds")
    return {
        form: People(row.get("kind"), row.get("whole") == "yes")
        for row in rows
        for word in row.list("words")
        for form in folded_words(word)[:1]
    }
