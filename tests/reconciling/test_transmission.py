import pytest

from tawatur.model import Link
from tawatur.reconciling.transmission import handed_down, relays

from .build import agency, body, link, nameless, outlet, person


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (nameless("مراسلنا"), []),
        (nameless("مراسل"), []),
        (nameless("مراسل رويترز"), [("agency", "reuters")]),
        (nameless("مراسل الضفة"), [("anonymous", None)]),
        (nameless("شهود عيان"), [("anonymous", None)]),
        (agency("الموقع"), []),
        (agency("وكالة النخيل"), [("agency", None)]),
        (agency("وسائل إعلام محلية"), [("anonymous", None)]),
        (body("شبكات محلية"), [("anonymous", None)]),
        (link("document", "تقرير صادر"), [("anonymous", None)]),
        (link("document", "تقرير لجنة الميناء"), [("document", None)]),
        (link("document", "تقرير للأمم المتحدة"), [("organisation", "united-nations")]),
        (person("سامي البناء"), [("person", None)]),
    ],
)
def test_links_are_taken_for_what_they_are(told: Link, expected: list[tuple[str, str | None]]) -> None:
    assert [(found.kind, found.id) for found in handed_down([told])] == expected


def test_relays_are_listed_once_nearest_to_the_reader_first() -> None:
    chain = (outlet("الضفة"), agency("رويترز"), Link("agency", "وكالة رويترز", id="reuters"), outlet("الضفة"), person("سامي البناء"))
    assert list(relays(chain).items()) == [("~ضفه", "الضفة"), ("reuters", "رويترز")]
