"""The actors of the packs: that friend's and foe's names mean one body, that branches are told from their trunk, that parents lead up."""

import pytest

from tawatur.model import Document
from tawatur.packs.lexicon import load_lexicon
from tawatur.packs.tables import table_rows
from tawatur.reading.names import find_names
from tawatur.reading.scan import Scan


def named(text: str) -> list[str | None]:
    document = Document("a", "a", text, "0" * 64)
    return [name.id for name in find_names(Scan(document, load_lexicon()))]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("أعلن جيش الاحتلال أمس مقتل ضابط", "israeli-army"),
        ("قصف الجيش الصهيوني بلدة حدودية", "israeli-army"),
        ("انسحبت مليشيا الحوثي من المدينة", "houthis"),
        ("قالت جماعة «أنصار الله» إنها أطلقت مسيرات", "houthis"),
        ("اتهم بيان قوات النظام بخرق الهدنة", "syrian-army"),
        ("نفت سنتكوم وقوع خسائر", "us-central-command"),
        ("قالت القيادة المركزية الأميركية إن سفينة أصيبت", "us-central-command"),
        ("حذرت الخارجية الروسية من التصعيد", "russian-foreign-ministry"),
        ("ذكرت وزارة الخارجية الروسية أن المحادثات مستمرة", "russian-foreign-ministry"),
        ("انضم إلى تنظيم الدولة قبل عامين", "isis"),
        ("تبنى #داعش الهجوم", "isis"),
    ],
)
def test_names_by_friend_and_foe_mean_one_actor(text: str, actor: str) -> None:
    assert actor in named(text)


@pytest.mark.parametrize(
    ("text", "actor", "not_actor"),
    [
        ("تبنت كتائب حزب الله العراقية، مساء أمس، الهجوم", "kataib-hezbollah", "hezbollah"),
        ("قتل عنصر من طالبان باكستان", "ttp", "taliban"),
        ("أعلن تنظيم الدولة الإسلامية في غرب أفريقيا أنه نفذ الهجوم", "isis-west-africa", "isis"),
        ("قصف جيش الاحتلال التركي بالمدفعية قرية حدودية", "turkish-army", "israeli-army"),
        ("ذكرت وزارة الصحة الفلسطينية في غزة أن العدد ارتفع", "gaza-health-ministry", "palestinian-health-ministry"),
        ("قالت القوات اللبنانية إنها لن تشارك في الحكومة", "lebanese-forces", "lebanese-army"),
    ],
)
def test_branches_and_namesakes_are_told_apart(text: str, actor: str, not_actor: str) -> None:
    found = named(text)
    assert actor in found
    assert not_actor not in found


def test_parents_lead_up_to_an_end() -> None:
    parents = {row.get("id"): row.get("parent") for row in table_rows("actors")}
    for start in parents:
        met, above = {start}, parents[start]
        while above:
            assert above not in met, f"{start} is above itself"
            met.add(above)
            above = parents[above]


def test_no_name_is_a_single_ordinary_word() -> None:
    ordinary = {
        "الحكومة",
        "الجيش",
        "الشرطة",
        "التحالف",
        "الحركة",
        "التنظيم",
        "الاحتلال",
        "المقاومة",
        "النصر",
        "المستقبل",
        "القوات",
        "فتح",
        "أمل",
        "أفاد",
    }
    lone = [(row.where, name) for row in table_rows("actors") for name in row.list("ar") if name in ordinary]
    assert lone == []
