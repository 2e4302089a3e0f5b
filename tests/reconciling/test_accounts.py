from tawatur.reconciling.accounts import account
from tawatur.reconciling.ids import content_id

from .build import agency, body, nameless, outlet, person


def test_without_a_source_the_origin_is_the_last_relay() -> None:
    found = account("m", "d", "d", (outlet("الضفة"), agency("وكالة النخيل")))
    assert (found.kind, found.name, found.own_words) == ("relay", "وكالة النخيل", False)


def test_a_person_after_a_body_speaks_for_it() -> None:
    found = account("s", "d", "d", (outlet("الضفة"), body("نقابة الأطباء"), person("سامي البناء")))
    assert (found.kind, found.body) == ("person", "نقابة الأطباء")
    assert found.organisation == account("t", "d", "d", (outlet("الضفة"), body("نقابة الأطباء"))).origin


def test_a_person_is_the_same_with_his_title_and_without() -> None:
    bare = account("s", "d", "d", (outlet("الضفة"), person("سامي البناء")))
    assert account("s", "d", "d", (outlet("الضفة"), person("الوزير سامي البناء"))).origin == bare.origin == "~سام بناء"


def test_the_one_agency_of_the_byline_is_a_relay() -> None:
    one = account("m", "d", "d", (outlet("الضفة"),), ("رويترز",))
    assert (one.relays[1:], one.name, one.had_from) == (("reuters",), "رويترز", ("reuters",))
    two = account("m", "d", "d", (outlet("الضفة"),), ("رويترز", "فرانس برس"))
    assert (two.relays[1:], two.name, two.had_from) == ((), "الضفة", ("reuters", "afp"))
    own = account("m", "d", "d", (outlet("reuters.com"),), ("رويترز",))
    assert (own.relays, own.had_from) == (("reuters",), ())


def test_whose_text_a_document_carries() -> None:
    copy = account("m", "d", "family", (outlet("الضفة"),), first="وكالة النخيل")
    assert (copy.name, copy.own_words) == ("وكالة النخيل", True)
    assert account("m", "d", "family", (outlet("الضفة"),)).had_from == ("?",)
    assert account("m", "d", content_id("family", "d"), (outlet("الضفة"),)).had_from == ()
    assert account("m", "d", "family", (outlet("الضفة"),), first="الضفة").had_from == ()


def test_a_nameless_source_within_a_body() -> None:
    found = account("s", "d", "d", (outlet("الضفة"), nameless("مصدر أمني في الجيش السوري")))
    assert (found.kind, found.organisation, found.source) == ("anonymous", "syrian-army", "official")


def test_the_words_of_a_bodys_own_site_are_the_bodys() -> None:
    found = account("s", "d", "d", (outlet("syriahr.com"),))
    assert (found.kind, found.origin) == ("body", "sohr")
