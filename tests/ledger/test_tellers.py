from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.model import FigureValue
from tawatur.reconciling.explanations import Text

KILLED = FigureValue(3, 3, "exact", ("a:e1", "b:e1"), ("a", "b"), 1, 2)


def test_who_tells_of_mentions_and_statements(true_book: Ledger) -> None:
    assert Tellers(true_book).of(["a:s1"]) == Text("سالم", "«سالم»")
    assert Tellers(true_book).of(["b:e1", "a:e1"]).ar == "وكالة النهر والصباح الجديد"


def test_what_is_not_there_has_no_teller(true_book: Ledger) -> None:
    assert Tellers(true_book).of(["nowhere"]) == Text("ناشر غير معروف", "unknown outlet")


def test_who_gives_a_count(true_book: Ledger) -> None:
    tellers = Tellers(true_book)
    assert tellers.of_count("killed", KILLED, ["b:e1"]).ar == "وكالة النهر"
    assert tellers.of_counts("killed", [KILLED]).ar == "وكالة النهر والصباح الجديد"


def test_the_chains_behind_parts(true_book: Ledger) -> None:
    found = Tellers(true_book).chains(["a:e1", "b:e1", "c:e1", "nowhere"])
    assert sorted(name for group in found.groups for name in group) == ["a:e1", "b:e1", "c:e1"]
    assert (found.least, found.most) == (1, len(found.groups))
    assert Tellers(true_book).chains([]).most == 0
