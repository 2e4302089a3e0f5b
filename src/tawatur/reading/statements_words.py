"""The closed-class words that hold statements together, from the packs' tables of clauses."""

from functools import cache

from tawatur.packs.tables import table_rows
from tawatur.text.fold import fold


@cache
def clause_words(kind: str) -> frozenset[str]:
    """All folded words of one kind in `clauses.tsv`."""
    return frozenset(fold(word) for row in table_rows("clauses") if row.get("kind") == kind for word in row.list("word"))


THAT = clause_words("that")
NO_THAT_AFTER = clause_words("no_that_after")
RELATIVE = clause_words("relative")
PREPOSITION = clause_words("preposition")
INSIDE_NAME = clause_words("place_preposition")
CONTRAST = clause_words("contrast")
NEGATION = clause_words("negation")
NP_BREAK = clause_words("np_break")
MEDIUM_PREPOSITION = clause_words("medium_preposition")
ADVERB = clause_words("adverb")
PLUPERFECT = clause_words("pluperfect")
AUXILIARY = clause_words("auxiliary")
RESUMPTION = clause_words("resumption")
TO = clause_words("to")
ABOUT = clause_words("about")
FROM = clause_words("from")
ON = clause_words("on")
IN = clause_words("in")
ON_BEHALF = clause_words("on_behalf")
OF_HIM = clause_words("of_him")
ISSUED_BY = clause_words("issued_by")
NAME_PARTICLE = clause_words("name_particle")
BY_IT = clause_words("by_it")
SINCE = clause_words("since")
GOVERNS_ABOUT = clause_words("governs_about")
LEFT_OVER = clause_words("left_over")
SAME = clause_words("same")
ACCOUNT = clause_words("account")
AS_FOR = clause_words("as_for")
LATTER = clause_words("latter")
THE_MATTER = clause_words("the_matter")
WHAT = clause_words("what")
