from tawatur.reconciling.precedence import by_precedence, credits, moment, what_ties, why_first

from .copies import document

TEXT = "أعلنت بلدية الميناء صباح اليوم إغلاق الجسر القديم أمام المركبات بعد ظهور تشققات في إحدى دعائمه الشمالية"


def order(*published: str | None) -> list[int]:
    """In what order reports with these times of publication come; the later ones have the longer texts."""
    made = [document(str(number), TEXT + " جدا" * number, when) for number, when in enumerate(published)]
    return [int(one.id) for one in by_precedence(made)]


def test_who_published_first_comes_first() -> None:
    assert order("2021-05-11", "2021-05-10", None, "2021-04") == [3, 1, 0, 2]


def test_of_one_day_the_hour_decides_and_a_day_without_an_hour_ends_at_midnight() -> None:
    assert order("2021-05-10", "2021-05-10T14:30:00+03:00", "2021-05-10T12:00:00Z", "2021-05-11T00:10:00Z") == [1, 2, 0, 3]


def test_hours_are_compared_across_time_zones() -> None:
    assert moment("2021-05-10T01:00:00+03:00") == moment("2021-05-09T22:00:00Z") == moment("2021-05-09T22:00:00")
    assert moment("2021-05-10T25:00") == moment("2021-05-10")


def test_at_one_time_the_longest_text_comes_first() -> None:
    assert order("2021-05-10", "2021-05-10") == [1, 0]
    assert order(None, None) == [1, 0]


def test_credit_beats_time() -> None:
    wire = document("z", TEXT, "2021-05-12", outlet="وكالة النخيل")
    copy = document("a", TEXT, "2021-05-09", outlet="الضفة", agencies=("النخيل",))
    assert [one.id for one in by_precedence([copy, wire])] == ["z", "a"]
    assert why_first(wire, [copy, wire]).en == "taken for the first: credited by الضفة"
    assert [text.en for text in what_ties(copy, wire)] == ["it credits وكالة النخيل"]


def test_who_credits_itself_gains_nothing() -> None:
    early = document("a", TEXT, "2021-05-09", outlet="الضفة")
    late = document("b", TEXT, "2021-05-10", outlet="وكالة النخيل", agencies=("وكالة النخيل",))
    assert by_precedence([late, early]) == [early, late]


def test_an_outlet_is_credited_by_its_telling_words() -> None:
    assert credits(document("a", TEXT, agencies=("وكالة أنباء النخيل",)), "النخيل")
    assert not credits(document("a", TEXT, agencies=("وكالة الأنباء",)), "وكالة النخيل")
    assert not credits(document("a", TEXT, agencies=("النخيل",)), None)


def test_why_the_first_is_the_first() -> None:
    one, other, undated = (document(name, TEXT, when) for name, when in (("a", "2021-05-10"), ("b", "2021-05-11"), ("c", None)))
    assert why_first(one, [one, other]).en == "taken for the first: published 2021-05-10"
    assert "as others were" in why_first(one, [one, document("d", TEXT)]).en
    assert "no time of publication is known" in why_first(undated, [undated]).en


def test_what_else_ties_a_document_to_the_first() -> None:
    first = document("a", TEXT, "2021-05-10T10:00:00Z", outlet="الضفة", agencies=("وكالة النهر",))
    ties = {
        name: " / ".join(text.en for text in what_ties(document(name, TEXT, when, outlet, agencies), first))
        for name, when, outlet, agencies in (
            ("later", "2021-05-10T11:00:00Z", "الضفة", ()),
            ("twice", "2021-05-10T10:00:00Z", "الضفة", ()),
            ("old", "2021-09-07", "المدار", ()),
            ("undated", None, "المدار", ()),
            ("agency", "2021-05-11", "المدار", ("وكالة النهر",)),
        )
    }
    assert ties == {
        "later": "a later version by the same outlet",
        "twice": "another version by the same outlet",
        "old": "an old text published again (120 days later)",
        "undated": "its time of publication is unknown",
        "agency": "both credit وكالة النهر",
    }
