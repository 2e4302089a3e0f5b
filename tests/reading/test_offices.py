import pytest

from tests.reading.conftest import Scanner
from tests.reading.telling import statements, told


@pytest.mark.parametrize(
    ("published", "office", "holder"),
    [
        ("2018-05-10", "الرئيس الأمريكي", "donald-trump"),
        ("2021-05-10", "رئيس الولايات المتحدة", "joe-biden"),
        ("2018-05-10", "وزير الخارجية الإيراني", "mohammad-javad-zarif"),
        ("2022-05-10", "وزير الخارجية الإيراني", "hossein-amir-abdollahian"),
        ("2015-03-02", "رئيس الوزراء العراقي", "haider-al-abadi"),
        ("2020-01-06", "رئيس الحكومة العراقية", "adel-abdul-mahdi"),
        ("2017-04-07", "وزير خارجية روسيا", "sergei-lavrov"),
        ("2012-01-05", "أمير قطر", "hamad-bin-khalifa"),
        ("2014-08-01", "الأمين العام للأمم المتحدة", "ban-ki-moon"),
        ("2020-02-01", "زعيم جماعة الحوثي", "abdulmalik-al-houthi"),
        ("2019-06-01", "المتحدث باسم التحالف العربي", "turki-al-maliki"),
    ],
)
def test_an_office_alone_is_who_held_it_that_day(scan: Scanner, published: str, office: str, holder: str) -> None:
    (found,) = statements(scan(f"قال {office} إن اللقاء مفيد.", published))
    assert (found.speaker, found.speaker_id) == (office, holder)


@pytest.mark.parametrize(
    ("published", "office"),
    [
        ("2018-05-10", "وزير الدفاع الأمريكي السابق"),
        ("2018-05-10", "رئيس أمريكي"),
        ("2018-05-10", "مستشار الرئيس الأمريكي"),
        ("2018-05-10", "الأمير السعودي"),
        ("2025-01-21", "الرئيس الأمريكي"),
        (None, "الرئيس الأمريكي"),
        ("2018", "الرئيس الأمريكي"),
    ],
)
def test_other_offices_and_unsure_days_name_nobody(scan: Scanner, published: str | None, office: str) -> None:
    (found,) = statements(scan(f"قال {office} إن اللقاء مفيد.", published))
    assert found.speaker_id is None or found.speaker_id.startswith("~")


def test_a_holder_whom_the_text_names_comes_first(scan: Scanner) -> None:
    text = "استقبل الوزير الرئيس الأمريكي سامر النجار. وقال الرئيس الأمريكي إن اللقاء مفيد."
    assert [found.speaker for found in told(scan(text, "2018-05-10"))] == ["سامر النجار"]


def test_a_spokesman_may_be_anyone_of_them(scan: Scanner) -> None:
    (found,) = statements(scan("قال متحدث باسم الجيش الوطني الليبي إن الطريق مفتوح.", "2019-05-10"))
    assert found.speaker_id != "ahmed-al-mismari"
