import pytest

from tawatur.model import Zone
from tawatur.reading.triggers import find_triggers
from tests.reading.conftest import Scanner


def found(scan: Scanner, text: str) -> list[str]:
    return [trigger.entry.id for trigger in find_triggers(scan(text), set())]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("أطلقت الجماعة ثلاثة صواريخ", "firing"),
        ("ثلاثة صواريخ أطلقتها الجماعة", "firing"),
        ("أسقطت الدفاعات طائرة مسيرة", "interception"),
        ("دمرت الدفاعات صاروخا باليستيا", "shoot_down"),
        ("دمر القصف المنزل", "destroy"),
        ("شن الجيش حملة واسعة", "operation"),
        ("فجر المسلحون عبوة ناسفة", "detonate"),
        ("احتشد آلاف المتظاهرين في الساحة", "gather"),
        ("المحتجون توجهوا إلى القصر", "gather"),
    ],
)
def test_what_a_trigger_needs_may_stand_around_it(scan: Scanner, text: str, trigger: str) -> None:
    assert trigger in found(scan, text)


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت الشركة منتجا جديدا",
        "حملة انتخابية واسعة",
        "سقط المنتخب أمام ضيفه",
        "تحقيق الأهداف المرجوة",
        "خرج اللاعبون من الملعب",
        "بقي هدف وحيد",
        "رحل الفنان عن عمر طويل",
        "شكل القرار خطرا داهما",
    ],
)
def test_without_it_there_is_no_trigger(scan: Scanner, text: str) -> None:
    assert found(scan, text) == []


def test_the_title_counts_only_when_there_is_nothing_else(scan: Scanner) -> None:
    text = "انفجار في حلب\nوقع هجوم"
    title = (Zone(0, 13, "title"),)
    assert [trigger.entry.id for trigger in find_triggers(scan(text, zones=title), set())] == ["attack"]
    assert [trigger.entry.id for trigger in find_triggers(scan("انفجار في حلب", zones=title), set())] == ["explosion"]


def test_words_inside_names_are_no_triggers(scan: Scanner) -> None:
    assert find_triggers(scan("هجوم"), {0}) == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("وقف عمليات الاغتيال وقصف المنازل", "masdar"),
        ("انسحبت القوات وقصف الطيران المنازل", "verb"),
        ("تم قصف المنازل", "masdar"),
        ("قصف الطيران المنازل", "verb"),
    ],
)
def test_a_word_that_may_be_verb_or_masdar_is_told_by_where_it_stands(scan: Scanner, text: str, column: str) -> None:
    (shelling,) = [trigger for trigger in find_triggers(scan(text), set()) if trigger.entry.id == "shelling"]
    assert shelling.column == column


def test_no_perfect_verb_follows_the_l_of_purpose(scan: Scanner) -> None:
    assert {trigger.column for trigger in find_triggers(scan("اجتمعوا لقتل الرجل"), set()) if trigger.entry.id == "kill"} == {"masdar"}


def test_a_title_is_read_where_the_body_tells_of_no_violence(scan: Scanner) -> None:
    title, calm, attack = "قصف مدفعي على القرية.", "قال الناطق إن الطقس معتدل.", "استهدفت طائرة منزلا."
    for body, told in ((calm, ["shelling"]), (attack, ["targeting"])):
        zones = (Zone(0, len(title), "title"), Zone(len(title) + 1, len(title) + 1 + len(body), "body"))
        triggers = find_triggers(scan(f"{title}\n{body}", zones=zones), set())
        assert [trigger.entry.id for trigger in triggers] == told
