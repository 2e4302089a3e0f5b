from tawatur.model import Document, EventMention
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.items import find_items
from tawatur.reading.names import find_names
from tawatur.reading.reader import read

from .conftest import Scanner

PROVINCES = """حصاد الأحداث الميدانية ليوم الأربعاء 9-3-2022

إدلب::أصيب طفلان بجروح جراء انفجار لغم من مخلفات القصف في أطراف بلدة سرمين.

حماة::قُتل ثلاثة جنود جراء انفجار عبوة ناسفة على طريق السلمية.

اعتقلت الشرطة أربعة أشخاص خلال حملة مداهمات نفذتها صباحا.

درعا::أطلق مجهولون النار على سيارة وقتلوا سائقها.
"""

DAYS = """حصاد الأسبوع: أبرز ما جرى في العراق

السبت 5 آذار 2022:
قُتل جنديان بانفجار عبوة ناسفة قرب بعقوبة، وأصيب ثلاثة آخرون بجروح.

الأحد 6 آذار 2022:
انفجرت سيارة مفخخة أمام مركز للشرطة وأسفرت عن مقتل أربعة أشخاص.
"""

LIVE = """القصف على غزة لحظة بلحظة

18:40
أعلنت وزارة الصحة في غزة مقتل 12 شخصا في غارة إسرائيلية على مخيم جباليا.
17:05
قصفت مدفعية الجيش الإسرائيلي المنازل شرق المدينة وأصيب خمسة مدنيين.
14:02
قصفت طائرات إسرائيلية منزلا في رفح دون وقوع إصابات بين سكانه.
"""

ORDINARY = """مقتل ثلاثة جنود بانفجار في السلمية

حماة: قُتل ثلاثة جنود اليوم جراء انفجار عبوة ناسفة على طريق السلمية، وأصيب اثنان.

وقال قائد الشرطة إن الانفجار وقع صباحا، وإن الجنود كانوا في طريقهم إلى مواقعهم.
"""


def events(text: str, published: str | None = None) -> dict[str, EventMention]:
    """The events by the words of the line that their trigger is in, up to its third space."""
    found = read(Document("d", "d.txt", text, "0", published=published), load_lexicon()).events
    return {" ".join(text[text.rfind("\n", 0, event.trigger.start) + 1 :].split()[:3]): event for event in found}


def places(found: dict[str, EventMention]) -> list[str | None]:
    return [event.place.name if event.place else None for event in found.values()]


def test_each_item_of_a_round_up_is_an_event_of_its_own() -> None:
    found = events(PROVINCES)
    assert len(found) == 4
    named = {target.name for event in found.values() for target in event.targets if "طفل" in target.name or "جنود" in target.name}
    assert not any({"طفلان", "جنود"} <= {target.name for target in event.targets} for event in found.values())
    assert named == {"طفلان", "جنود"}


def test_label_gives_its_place_to_all_items_under_it_and_no_further() -> None:
    found = places(events(PROVINCES))
    assert found[2:] == ["حماة", "درعا"]
    assert "سرمين" in (found[0] or "")


def test_title_of_round_up_gives_its_day() -> None:
    assert {event.date for event in events(PROVINCES, "2022-03-10").values()} == {"2022-03-09"}


def test_heading_of_a_day_dates_what_stands_under_it() -> None:
    assert [event.date for event in events(DAYS).values()] == ["2022-03-05", "2022-03-06"]
    assert places(events(DAYS))[1] == "العراق"


def test_entries_that_open_with_their_hour_are_apart() -> None:
    found = events(LIVE)
    told = dict(zip(found, places(found), strict=True))
    assert len(told) == 3
    assert "جباليا" in (told["أعلنت وزارة الصحة"] or "")
    assert "جباليا" not in (told["قصفت مدفعية الجيش"] or "")
    assert told["قصفت طائرات إسرائيلية"] == "رفح"


def test_capitals_that_speak_in_headlines_place_nothing() -> None:
    text = "موجز الأخبار\n\nموسكو: قصفت طائرات مجهولة مستودعا للسلاح وقتلت ثلاثة جنود هناك.\n\nواشنطن: قُتل خمسة مدنيين في هجوم مسلح أمس.\n"
    assert "موسكو" not in places(events(text))
    assert "واشنطن" not in places(events(text))


def test_one_label_makes_no_round_up(scan: Scanner) -> None:
    items = find_items(scan(ORDINARY), [], find_names(scan(ORDINARY)))
    tokens = len(scan(ORDINARY).tokens)
    assert items.meet(1, tokens - 1)
    assert items.place(tokens - 1) is None


def test_line_that_takes_up_the_one_before_stays_with_it() -> None:
    text = PROVINCES.replace("\n\nاعتقلت الشرطة", " \n\nوأسفر الانفجار عن احتراق عربة.\n\nاعتقلت الشرطة")
    assert len(events(text)) == 4


def test_bulleted_incidents_are_apart_from_each_other_and_from_the_lead() -> None:
    text = """قُتل أربعة جنود في هجمات متفرقة شمالي بغداد، بحسب مصدر أمني. وتوزعت الهجمات كالآتي:
• انفجار عبوة ناسفة على دورية في الطارمية أدى إلى مقتل جنديين
• هجوم مسلح على نقطة تفتيش في التاجي أسفر عن مقتل جندي وإصابة أربعة
2) سقوط ثلاث قذائف هاون على معسكر التاجي دون خسائر
وأضاف المصدر أن القوات تلاحق المنفذين.
"""
    told = events(text)
    assert {"• انفجار عبوة", "• هجوم مسلح"} <= told.keys()
    assert "الطارمية" in (places({"": told["• انفجار عبوة"]})[0] or "")


def test_bullets_without_places_belong_to_one_matter(scan: Scanner) -> None:
    text = "وأسفر الهجوم عن:\n- مقتل جنديين\n- إصابة أربعة\n- تدمير عجلتين عسكريتين\n"
    scanned = scan(text)
    items = find_items(scanned, [], find_names(scanned))
    assert all(items.meet(0, i) for i in range(len(scanned.tokens)))
