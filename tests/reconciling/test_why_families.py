from tawatur.reconciling.features import DocumentFeatures, features
from tawatur.reconciling.why_families import shares

from .build import Report

STORY = (
    "أغلقت بلدية الوادي الجسر القديم صباح اليوم بعد أن غمرته مياه السيل، وطلبت من السائقين أن يسلكوا الطريق الجبلي حتى تنحسر المياه. "
    "وقالت البلدية إن فرق الصيانة ستفحص أعمدة الجسر يوم الخميس."
)


def document(name: str, text: str, outlet: str | None = None) -> DocumentFeatures:
    return features(Report(name, text, outlet=outlet).reading()).document


def told(one: DocumentFeatures, other: DocumentFeatures) -> list[str]:
    return [text.en for text in shares(one, other)]


def test_how_much_is_shared_and_how_much_is_needed() -> None:
    longer = f"{STORY} وتوقعت الأرصاد أمطارا أخرى في الجبال حتى نهاية الأسبوع."
    lines = told(document("a", STORY), document("b", longer))
    assert lines[0] == "100% of the shorter text stands word for word in the other, and 50% is needed"
    assert lines[1].endswith("of the longer text stands word for word in the other, and 15% is needed")
    assert told(document("a", STORY), document("b", "أمطار غزيرة في الجبال منذ الفجر"))[0].startswith("0% of the shorter text")


def test_an_outlet_needs_to_repeat_more_of_itself() -> None:
    lines = told(document("a", STORY, "الضفة"), document("b", STORY, "الضفة"))
    assert [line.split("and ")[1] for line in lines] == ["75% is needed", "40% is needed"]


def test_what_shares_enough_and_is_no_kin_all_the_same() -> None:
    short = "أغلقت البلدية الجسر القديم صباح اليوم"
    assert told(document("a", short), document("b", short))[-1].startswith("what they share is mostly quoted from others")
