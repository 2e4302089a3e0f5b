import pytest

from tawatur.text.inflect import nisba_forms, noun_forms, participle_forms, verb_forms


@pytest.mark.parametrize(
    ("pattern", "form", "tag"),
    [
        ("نفى/ينفي", "نفت", "perf.fs"),
        ("نفى/ينفي", "ينفون", "impf.mp"),
        ("دعا/يدعو", "دعوا", "perf.mp"),
        ("أصاب/يصيب/أصيب/يصاب", "أصيبوا", "pass.perf.mp"),
        ("أطلق النار/يطلق النار", "أطلقوا النار", "perf.mp"),
        ("بدأ/يبدأ", "بدؤوا", "perf.mp"),
    ],
)
def test_verbs(pattern: str, form: str, tag: str) -> None:
    assert (form, tag) in list(verb_forms(pattern))


@pytest.mark.parametrize(
    ("pattern", "form", "tag"),
    [
        ("غارة+جوية/غارات+جوية", "غارتين جويتين", "du"),
        ("غارة+جوية/غارات+جوية", "الغارات الجوية", "pl.def"),
        ("صاروخ+باليستي/صواريخ+باليستية", "صاروخا باليستيا", "sg.acc"),
        ("جندي/جنود", "جنديان", "du"),
        ("جندي/جنود", "الجنود", "pl.def"),
        ("حالة وفاة/حالات وفاة", "حالتا وفاة", "du.con"),
        ("مستشفى/مستشفيات", "المستشفيات", "pl.def"),
    ],
)
def test_nouns(pattern: str, form: str, tag: str) -> None:
    assert (form, tag) in list(noun_forms(pattern))


def test_a_missing_perfect_gives_only_the_imperfect() -> None:
    assert {tag.split(".")[0] for _, tag in verb_forms("-/يدعم")} == {"impf"}


def test_participles_and_adjectives_agree() -> None:
    assert ("مؤكدة", "part.fs") in list(participle_forms("مؤكد"))
    assert ("العراقيين", "adj.mp.def") in list(nisba_forms("عراقي"))
