import pytest

from tawatur.reading.names import find_names
from tawatur.reading.speakers import read_speaker
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
