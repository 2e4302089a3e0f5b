import pytest

from tawatur.model import FigureValue, Modifier
from tawatur.reconciling.accounts import account
from tawatur.reconciling.explanations import Text, amount, joined, matter, quoted, told_by, wording

from .build import outlet, person


@pytest.mark.parametrize(
    ("low", "high", "modifier", "ar", "en"),
    [
        (12, 12, "exact", "12", "12"),
        (0, 0, "exact", "لا أحد", "none"),
        (3, None, "at_least", "3 على الأقل", "at least 3"),
        (None, 5, "at_most", "5 على الأكثر", "at most 5"),
        (116, None, "more_than", "أكثر من 115", "more than 115"),
        (None, 9, "less_than", "أقل من 10", "fewer than 10"),
        (900, 900, "approx", "نحو 900", "about 900"),
        (10, 15, "range", "بين 10 و15", "between 10 and 15"),
        (1, None, "vague", "عدد غير محدد", "an unstated number"),
    ],
)
def test_amounts(low: int | None, high: int | None, modifier: Modifier, ar: str, en: str) -> None:
    assert amount(FigureValue(low, high, modifier, (), (), 1, 1)) == Text(ar, en)


def test_sources_are_named_first_and_few() -> None:
    accounts = [account(name, name, name, (outlet(name),)) for name in ("الضفة", "المدار", "الشروق")]
    named = account("s", "الضفة", "الضفة", (outlet("الضفة"), person("سعيد")))
    assert told_by([named]).ar == "سعيد"
    assert told_by([*accounts, named]).ar.startswith("سعيد و")
    assert told_by([*accounts, named]).en.endswith("and others")


def test_long_words_are_cut_at_a_word() -> None:
    assert quoted("كلمة " * 60).ar.endswith("كلمة…»")
    assert quoted("قصير").en == "«قصير»"


def test_sides_are_joined_in_both_languages() -> None:
    sides = [Text("أ", "a"), Text("ب", "b")]
    assert joined(sides) == Text("أ، وب", "a, but b")


def test_every_wording_has_both_languages() -> None:
    text = wording("undated")
    assert text.both() == {"ar": "بلا تاريخ", "en": "undated"}


def test_what_a_class_of_predicates_is_about() -> None:
    assert matter("cooperate") == Text("التعاون", "cooperation")
    assert matter("a class without words") == Text("a class without words", "a class without words")


def test_a_list_has_a_blank_after_its_comma_in_both_languages() -> None:
    assert joined([Text("أ", "a"), Text("ب", "b")], "list") == Text("أ، ب", "a, b")
