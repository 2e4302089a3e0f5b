import pytest

from tawatur.reading.names import find_names
from tawatur.reading.speakers import Cast, read_speaker
from tawatur.reading.statements_context import Context
from tests.reading.conftest import Scanner


@pytest.mark.parametrize(
    ("text", "name", "organisation", "kind"),
    [
        ("المتحدث باسم وزارة الداخلية، نجم الهاشمي", "نجم الهاشمي", "وزارة الداخلية", "person"),
        ("وزير الخارجية الفرنسي جان دوبون", "جان دوبون", "وزارة الخارجية الفرنسية", "person"),
        ("العقيد الركن فراس القيسي", "فراس القيسي", None, "person"),
        ("مصدر أمني", "مصدر أمني", None, "anonymous"),
        ("وزارة الصحة", "وزارة الصحة", "وزارة الصحة", "organisation"),
        ("وكالة محلية", "وكالة محلية", "وكالة محلية", "agency"),
        ("تقرير أممي", "تقرير أممي", None, "document"),
        ("الجيش العراقي الذي انسحب", "الجيش العراقي", "الجيش العراقي", "organisation"),
    ],
)
def test_a_noun_phrase_names_a_speaker(scan: Scanner, text: str, name: str, organisation: str | None, kind: str) -> None:
    source = scan(text)
    ctx = Context(source, find_names(source), [])
    comma = next((i for i in range(len(ctx.forms)) if ctx.gaps[i]), len(ctx.forms))
    speaker = read_speaker(ctx, ((0, comma), (comma, len(ctx.forms))))
    assert speaker is not None
    assert (speaker.name, speaker.organisation, speaker.kind) == (name, organisation, kind)


def test_nameless_sources_have_no_identity(scan: Scanner) -> None:
    speaker = read_speaker(Context(scan("مصدر أمني"), [], []), ((0, 2),))
    assert speaker is not None
    assert speaker.id is None


def test_a_second_nameless_source_is_another_one(scan: Scanner) -> None:
    ctx = Context(scan("مصدر أمني عراقي ثم مصدر أمني"), [], [])
    cast = Cast([])
    first, second = read_speaker(ctx, ((0, 3),)), read_speaker(ctx, ((4, 6),))
    assert first is not None
    assert second is not None
    cast.enter(first, None)
    assert cast.resolve(second).name == "مصدر أمني"


def test_gender_tells_who_carries_on(scan: Scanner) -> None:
    ctx = Context(scan("الوزارة الوزير"), [], [])
    cast = Cast([])
    for i, feminine in ((0, True), (1, False)):
        speaker = read_speaker(ctx, ((i, i + 1),))
        assert speaker is not None
        cast.enter(speaker, feminine)
    feminine_last, last = cast.last(feminine=True), cast.last()
    assert feminine_last is not None
    assert last is not None
    assert (feminine_last.name, last.name) == ("الوزارة", "الوزير")
