import pytest

from tawatur.reading.names import find_names
from tests.reading.conftest import Scanner


def ids(scan: Scanner, text: str) -> list[str | None]:
    return [name.id for name in find_names(scan(text)) if name.kind not in ("place", "facility", "weapon")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("وصلت قوات روسية إلى المطار", "russian-army"),
        ("تقدمت ميليشيات حوثية نحو البلدة", "houthis"),
        ("اجتمعت القيادات الحوثية ليلا", "houthis"),
        ("ردت مدفعية الجيش اليمني على النيران", "yemeni-army"),
        ("انسحب عناصر حزب الله من القرية", "hezbollah"),
    ],
)
def test_an_arm_of_a_listed_body_is_that_body(scan: Scanner, text: str, actor: str) -> None:
    assert ids(scan, text) == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("يعاني السودان منذ عام. وفي السودان جوع، وينتظر السودان المطر. وقالت وزارة الصحة إن الدواء قليل.", "sudanese-health-ministry"),
        ("زار الوفد اليمن. وفي اليمن سلام هش، ويأمل اليمن الخير. وقصف التحالف موقعا.", "saudi-led-coalition"),
        ("زار الوفد العراق. وفي العراق سلام هش، ويأمل العراق الخير. وقصف التحالف موقعا.", "international-coalition"),
        ("زار الوفد ليبيا. وفي ليبيا سلام هش، وتأمل ليبيا الخير. وتقدم الجيش الوطني جنوبا.", "lna"),
    ],
)
def test_a_bare_body_is_that_of_the_country_told_of(scan: Scanner, text: str, actor: str) -> None:
    assert ids(scan, text) == [actor]


def test_a_text_about_two_countries_leaves_it_open(scan: Scanner) -> None:
    text = "التقى وفد السودان وفد تشاد. وقال السودان إن تشاد جارة، وقالت تشاد إن السودان شقيق. وقالت وزارة الصحة إن الدواء قليل."
    assert not any((found or "").endswith("health-ministry") for found in ids(scan, text))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("نزل التحالف قرب بغداد", "international-coalition"),
        ("نزل التحالف قرب تعز", "saudi-led-coalition"),
        ("تحركت الميليشيات الموالية لإيران قرب البصرة", "iran-backed-militias-iraq"),
        ("تحركت الميليشيات الموالية لإيران قرب دير الزور", "iran-backed-militias-syria"),
    ],
)
def test_a_short_name_means_whom_it_means_in_the_country_told_of(scan: Scanner, text: str, actor: str) -> None:
    assert ids(scan, text) == [actor]


def test_a_short_name_in_a_text_about_two_such_countries_is_left_open(scan: Scanner) -> None:
    assert "international-coalition" not in ids(scan, "نزل التحالف بين تعز وبغداد")


@pytest.mark.parametrize("text", ["وصل مسلحون حوثيون ليلا", "برصاص مسلحين حوثيين", "انسحب المسلحون الحوثيون"])
def test_armed_men_of_a_group_are_that_group(scan: Scanner, text: str) -> None:
    assert ids(scan, text) == ["houthis"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("اعتقلت السلطات العشرات", "السلطات"),
        ("ألقت الشرطة القبض على شخص", "الشرطة"),
        ("دعت الحكومة الشعب إلى الهدوء", "الحكومة"),
        ("حذرت الوزارة السكان", "الوزارة"),
        ("استهدف الجيش المدنيين", "الجيش"),
        ("أوقفت السلطات المحلية شخصا", "السلطات المحلية"),
        ("قررت المحكمة العليا إعادة النظر", "المحكمة العليا"),
        ("اجتمع المجلس الأعلى أمس", "المجلس الأعلى"),
        ("انتشرت القوات الخاصة", "القوات الخاصة"),
    ],
)
def test_a_bare_body_takes_in_its_adjectives_and_no_object(scan: Scanner, text: str, body: str) -> None:
    assert [name.name for name in find_names(scan(text)) if name.kind in ("government", "military")] == [body]


def test_a_body_does_not_sit_in_its_own_statement(scan: Scanner) -> None:
    assert [name.name for name in find_names(scan("أكدت البعثة في بيان أن الهدنة صامدة"))] == ["البعثة"]


def test_a_bare_body_in_a_place_outside_the_country_named_most_is_left_open(scan: Scanner) -> None:
    text = "قصفت تركيا حلب، ثم قصفت تركيا إدلب، وتقول تركيا إنها ترد. وقصفت تركيا حماة وحمص. وقالت وزارة الصحة إن الدواء قليل."
    assert not any((found or "").endswith("health-ministry") for found in ids(scan, text))


def test_in_the_name_of_a_body_is_nobody_called_so(scan: Scanner) -> None:
    text = "قالت متحدثة باسم الوزارة إن الدواء قليل. وقال باسم خليل إن الدواء قليل."
    assert [name.name for name in find_names(scan(text)) if name.kind == "person"] == ["باسم خليل"]
