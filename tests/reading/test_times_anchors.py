"""Times reckoned from known events: what each means on its day of publication, and what only looks like one."""

import pytest

from tawatur.model import Document, Time
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.scan import Scan
from tawatur.reading.times import find_times


def times(text: str, published: str | None) -> list[Time]:
    return find_times(Scan(Document("a", "a", text, "0" * 64), load_lexicon()), published)[0]


def read(marked: str, published: str | None) -> list[tuple[str, str | None]]:
    text = marked.replace("[", "").replace("]", "")
    return [(text[time.start : time.end], time.edtf) for time in times(text, published)]


@pytest.mark.parametrize(
    ("published", "marked", "edtf"),
    [
        # named, or told with its country
        ("2016-05-01", "نزح نصف السكان [منذ اندلاع النزاع في سوريا]", "2011-03-15/2016-05-01"),
        ("2018-06-20", "سقط جرحى [منذ بدء احتجاجات \"مسيرات العودة]\"", "2018-03-30/2018-06-20"),
        ("2018-06-20", "لم تعرف البلاد أمنا [منذ سقوط نظام صدام حسين]", "2003-04-09/2018-06-20"),
        ("2024-05-01", "و[منذ بدء العدوان الإسرائيلي على غزة] نزح الآلاف", "2023-10-07/2024-05-01"),
        ("2014-08-01", "و[منذ بدء العدوان الإسرائيلي على غزة] نزح الآلاف", "2014-07-08/2014-08-01"),
        ("2024-05-01", "توقفت الدراسة [منذ اندلاع الحرب في السودان]", "2023-04-15/2024-05-01"),
        ("2023-03-01", "ارتفع سعر القمح [منذ الغزو الروسي لأوكرانيا]", "2022-02-24/2023-03-01"),
        # by the country of the sentence, or that of the text
        ("2024-05-01", "دمرت مدارس قطاع غزة [منذ اندلاع الحرب]", "2023-10-07/2024-05-01"),
        ("2024-05-01", "خرجت مستشفيات الخرطوم عن الخدمة [منذ اندلاع الحرب]", "2023-04-15/2024-05-01"),
        ("2018-05-03", "قالت نقابة الصحفيين في صنعاء.\nأغلقت عشر صحف يمنية.\nهذه أسوأ الأعوام [منذ الانقلاب].", "2014-09-21/2018-05-03"),
        # more than one fits, or none
        ("2018-06-22", "تعمل المنظمة في اليمن [منذ بداية النزاع]", None),
        ("2018-06-22", "تغير كل شيء [منذ اندلاع الحرب]", None),
        (None, "تغير كل شيء في السودان [منذ اندلاع الحرب]", None),
        # away from it
        ("2023-05-25", "سقطت الهدنة [بعد 10 أيام على اندلاع الحرب في السودان]", "2023-04-25"),
        ("2018-06-20", "التقيا [قبل أسبوعين من سقوط بغداد]", "2003-03-26~"),
        ("2023-05-25", "عاد [غداة اندلاع الحرب في السودان]", "2023-04-16"),
        ("2018-06-20", "عاد [عشية سقوط بغداد]", "2003-04-08"),
        ("2024-03-25", "قصف الجيش المخيم في [اليوم الـ100 من الحرب على غزة]", "2024-01-14"),
        ("2024-03-25", "قصف الجيش المخيم في [اليوم العاشر للعدوان على غزة]", "2023-10-16"),
        # how long it has gone on
        ("2024-11-12", "في [اليوم الـ441 على التوالي] قصف الجيش", "2023-08-30/2024-11-12"),
        ("2024-11-12", "دخلت الحرب [يومها الثالث بعد المئة]", "2024-08-02/2024-11-12"),
        ("2024-11-12", "تتواصل الحملة في [يومها الـ50]", "2024-09-24/2024-11-12"),
    ],
)  # fmt: skip
def test_reckoned_from_an_event(published: str | None, marked: str, edtf: str | None) -> None:
    expression = marked[marked.index("[") + 1 : marked.index("]")]
    assert (expression, edtf) in read(marked, published)


@pytest.mark.parametrize(
    "text",
    [
        "تراجع الحضور منذ انطلاق العملية التعليمية",
        "تغيرت التحالفات منذ انطلاق العملية السياسية في العراق",
        "هو الأخطر منذ الحرب الباردة",
        "سقط جرحى منذ هجوم مسلح",
        "قضى يومه الأول في السجن",
        "كانت يومها طالبة",
        "تحدث عن الحرب في السودان",
    ],
)
def test_what_no_time_is_reckoned_from(text: str) -> None:
    assert read(text, "2024-05-01") == []


def test_the_date_of_the_event_tells_more() -> None:
    assert read("نزح نصف السكان منذ اندلاع النزاع في سوريا عام 2011", "2016-05-01") == [("عام 2011", "2011")]


def test_a_country_of_another_event_does_not_lend_its_day() -> None:
    told = "تتابع صحف دمشق وحلب أخبار سوريا.\nساندت المنظمة الأردن منذ بداية الأحداث"
    assert read(told, "2018-06-09") == [("منذ بداية الأحداث", None)]


def test_many_events_in_a_row_take_no_longer() -> None:
    assert times("الحرب " * 20000, "2024-05-01") == []
