"""The day of publication, given, stated or inferred; right or not at all."""

import pytest

from tawatur.model import Document
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.metadata import prepare
from tawatur.reading.published import infer_published, normalise_published
from tawatur.reading.scan import Scan

BODY = (
    "وصلت السفينة إلى المرفأ بعد رحلة طويلة قطعت فيها مسافة كبيرة وكان في استقبالها عدد من أهالي المدينة وصياديها الذين انتظروها على الرصيف"
)


def inferred(text: str, url: str | None = None) -> tuple[str | None, str]:
    return infer_published(Scan(Document("t", "t.txt", text, "0" * 64, url=url), load_lexicon()))


def of_page(text: str, title: str | None = None) -> tuple[str | None, str]:
    """With the zones of the page found first."""
    return infer_published(prepare(Document("t", "t.txt", text, "0" * 64, title=title), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mon, 26 Feb 2018 00:32:37 +0400", "2018-02-26"),
        ("Sun, 25 Feb 2018 20:33:15 GMT", "2018-02-25"),
        ("2018-02-26T00:32:37+04:00", "2018-02-26"),
        ("2018-02-26 00:32", "2018-02-26"),
        (" 2018-02-26 ", "2018-02-26"),
        ("26/2/2018", "2018-02-26"),
        ("2018-02", "2018-02"),
        ("2018-02/2018-04", "2018-02/2018-04"),
        ("[2018-02-03,2018-02-10]", "[2018-02-03,2018-02-10]"),
        ("2018-02-30", None),
        ("2018-13", None),
        ("", None),
        ("yesterday", None),
        ("قبل يومين", None),
        ("12345", None),
    ],
)
def test_normalise(text: str, day: str | None) -> None:
    assert normalise_published(text) == day


@pytest.mark.parametrize(
    "stamp",
    [
        "15 مارس 2016 , 08:25م",
        "الثلاثاء 15 مارس 2016",
        "15/03/2016",
        "نشر في 15.03.2016 19:40",
        "تاريخ النشر: الثلاثاء 15 آذار/مارس 2016 - 10:30 بتوقيت غرينتش",
        "الثلاثاء 6 جمادى الآخرة 1437 هـ - 15 مارس 2016 م",
        "6 جمادى الثانية 1437 هـ",
        "Tuesday 15 March 2016",
        "2016-03-15T12:44:00+03:00",
        "آخر تحديث منذ 3 ساعات\n15 مارس 2016",
        "أخبار البحر | 15 مارس 2016",
        "بواسطة سالم البحار في 15 مارس 2016",
        "كتب: سالم البحار\nالثلاثاء 15/مارس/2016 - 09:14 م",
        "محليات - 15 آذار 2016 - 840 مشاهدة",
        "15 مارس 2016 | 12 تعليق",
    ],
)
def test_a_stamp_line(stamp: str) -> None:
    assert inferred(f"رحلة طويلة\n\n{stamp}\n\n{BODY}") == ("2016-03-15", "stated")


def test_a_line_of_publication_comes_before_one_of_change() -> None:
    text = f"رحلة طويلة\n\nآخر تحديث: 9 أيار 2016\n\nنشر في 15 مارس 2016\n\n{BODY}"
    assert inferred(text) == ("2016-03-15", "stated")
    assert inferred(f"رحلة طويلة\n\nآخر تحديث: 9 أيار 2016\n\n{BODY}") == ("2016-05-09", "stated")


def test_a_count_of_readers_tells_a_stamp_on_top_of_the_page() -> None:
    assert inferred(f"محليات - 15 آذار 2016 - 840 مشاهدة\n{BODY}") == ("2016-03-15", "stated")


def test_dates_below_the_text_or_on_top_of_the_page_are_of_other_things() -> None:
    assert inferred(f"رحلة طويلة\n\n{BODY}\n\n{BODY}\n\nقصة أخرى\n\n2016/03/15\n\nقصة ثالثة\n\n2016/03/14") == (None, "unknown")
    assert inferred(f"2019-10-05\n\nالقائمة\n\nرحلة طويلة\n\n{BODY}") == (None, "unknown")


def test_today_with_its_date() -> None:
    assert inferred("وصلت السفينة اليوم الثلاثاء (15 مارس 2016) إلى المرفأ") == ("2016-03-15", "stated")
    assert inferred("وصلت السفينة اليوم 15 مارس 2016 إلى المرفأ") == ("2016-03-15", "stated")
    assert inferred("وصلت السفينة اليوم السبت (15 مارس 2016) إلى المرفأ") == (None, "unknown")
    assert inferred("وصلت السفينة، اليوم الثلاثاء الموافق 15 مارس 2016، إلى المرفأ") == ("2016-03-15", "stated")
    assert inferred("وصلت السفينة اليوم الثلاثاء، 15 مارس 2016، إلى المرفأ") == ("2016-03-15", "stated")


def test_yesterday_with_its_weekday_and_date() -> None:
    assert inferred("وصلت السفينة، أمس الاثنين 14 مارس 2016، إلى المرفأ") == ("2016-03-15", "stated")
    assert inferred("وصلت السفينة، أمس السبت 14 مارس 2016، إلى المرفأ") == (None, "unknown")


def test_a_dateline_with_its_date() -> None:
    assert inferred(f"عدن (15 مارس 2016) - {BODY}") == ("2016-03-15", "stated")
    assert inferred(f"عدن، 15 مارس/آذار 2016 - {BODY}") == ("2016-03-15", "stated")
    assert inferred(f"{BODY} (15 مارس 2016) - ثم أبحرت") == (None, "unknown")


def test_a_date_among_other_words_is_no_stamp() -> None:
    assert inferred(f"رحلة طويلة\n\nأبحرت السفينة في 15 مارس 2016\n\n{BODY}") == (None, "unknown")
    assert inferred(f"رحلة طويلة\n\nبحارة على الرصيف، 15 مارس 2016\n\n{BODY}") == (None, "unknown")
    assert inferred(f"رحلة طويلة\n\nمنذ 3 ساعات\n\n{BODY}") == (None, "unknown")


def test_two_todays_that_differ_tell_nothing() -> None:
    assert inferred("وصلت اليوم الأربعاء سفينة، وكانت أخرى وصلت اليوم الثلاثاء 15 مارس 2016") == (None, "unknown")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2016/03/15/ship", "2016-03-15"),
        ("https://example.org/news/2016-3-15.html", "2016-03-15"),
        ("https://example.org/ship-15-03-2016.html", "2016-03-15"),
        ("https://example.org/20160315-ship", "2016-03-15"),
        ("https://example.org/20160315", "2016-03-15"),
        ("https://example.org/ship_15_3_2016.html", "2016-03-15"),
        ("https://example.org/articles/2016/03/160315_ship", "2016-03-15"),
        ("https://example.org/ship/1603151234", None),
        ("https://example.org/2016/03/ship", "2016-03"),
        ("https://example.org/20161399-ship", None),
        ("https://example.org/story/4123456", None),
    ],
)
def test_urls(url: str, day: str | None) -> None:
    assert inferred("وصلت السفينة", url) == (day, "inferred" if day else "unknown")


def test_the_day_that_a_report_was_added() -> None:
    assert inferred(f"رحلة طويلة\n\nأضيف بتاريخ 15-03-2016\n\n{BODY}") == ("2016-03-15", "stated")


def test_a_url_outweighs_the_day_of_the_last_change() -> None:
    text = f"رحلة طويلة\n\nآخر تحديث: 16 آذار 2016\n\n{BODY}"
    assert inferred(text, "https://a.example/2016/travel/3/15/ship/index.html") == ("2016-03-15", "inferred")


def test_a_url_outweighs_a_stamp_that_it_contradicts() -> None:
    text = f"رحلة طويلة\n\n20 أيار 2019\n\n{BODY}"
    assert inferred(text, "https://example.org/2016/03/15/ship") == ("2016-03-15", "inferred")
    assert inferred(text, "https://example.org/2019/05/20/ship") == ("2019-05-20", "stated")


def test_a_headline_with_weekday_and_date() -> None:
    assert inferred("حصاد الثلاثاء 15-03-2016\n\nوصلت السفينة") == ("2016-03-15", "inferred")
    assert inferred("حصاد السبت 15-03-2016\n\nوصلت السفينة") == (None, "unknown")


def test_today_with_a_date_that_lacks_its_year() -> None:
    today = "وصلت السفينة اليوم الثلاثاء 15 مارس إلى المرفأ"
    assert inferred(today) == (None, "unknown")
    assert inferred(f"{today}. وكانت أبحرت في كانون الأول 2015") == ("2016-03-15", "inferred")
    assert inferred(f"{today} لأول مرة خلال العام الجاري 2016") == ("2016-03-15", "inferred")
    assert inferred(f"{today}. وكانت أبحرت في كانون الأول 2011") == (None, "unknown")
    assert inferred(today, "https://example.org/2016/03/ship") == ("2016-03-15", "inferred")


def test_a_date_on_top_of_the_text_is_its_own_but_not_the_hour_of_a_clock() -> None:
    assert of_page(f"2016-03-15\n\nعدن - سبأ\n\n{BODY}") == ("2016-03-15", "stated")
    assert of_page(f"الثلاثاء 15.03.2016\n\n18:20\n\nأخبار\n\nرياضة\n\nرحلة طويلة\n\n{BODY}\n\n{BODY}") == (None, "unknown")


def test_a_labelled_date_with_more_on_its_line() -> None:
    stamp = "تاريخ النشر: 15.03.2016 | 07:35 GMT | أخبار البحر والموانئ"
    assert inferred(f"رحلة طويلة\n\n{stamp}\n\n{BODY}") == ("2016-03-15", "stated")


def test_a_brief_signed_by_its_outlet() -> None:
    title = "عاجل: وصول السفينة إلى المرفأ بعد رحلة طويلة"
    assert of_page(f"{title}\n\nعاجل\n\nعنب بلدي\n\n2016/03/15\n\nقد يعجبك", title) == ("2016-03-15", "stated")


def test_yesterday_without_its_year() -> None:
    text = "وصلت السفينة أمس الاثنين 14 مارس إلى المرفأ. وكانت أبحرت في كانون الأول 2015"
    assert inferred(text) == ("2016-03-15", "inferred")


def test_the_day_alone_in_the_month_of_the_url() -> None:
    assert inferred("وصلت السفينة اليوم الثلاثاء 15، إلى المرفأ", "https://example.org/2016/03/ship") == ("2016-03-15", "inferred")
    assert inferred("وصلت السفينة اليوم السبت 15، إلى المرفأ", "https://example.org/2016/03/ship") == ("2016-03", "inferred")


def test_a_caption_with_the_day_that_the_text_calls_today() -> None:
    caption = "السفينة قرب المرفأ، 15 مارس 2016"
    assert inferred(f"رحلة طويلة\n\n{caption}\n\nقالت الهيئة، اليوم الثلاثاء، إن ذلك تم.\n\n{BODY}") == ("2016-03-15", "inferred")
    assert inferred(f"رحلة طويلة\n\n{caption}\n\nقالت الهيئة، اليوم الخميس، إن ذلك تم.\n\n{BODY}") == (None, "unknown")


def test_the_one_year_of_the_era() -> None:
    today = "قصفت قوات النظام القرية اليوم الأحد 6 تشرين الثاني"
    assert inferred(f"{today}. وردت هيئة تحرير الشام") == ("2022-11-06", "inferred")
    assert inferred(today) == (None, "unknown")
    assert inferred(f"{today} في عهد الإدارة السورية الجديدة") == (None, "unknown")


def test_days_that_differ_tell_nothing() -> None:
    text = "وصلت سفينة اليوم الثلاثاء 15 مارس، وأخرى أمس الأربعاء. وكانت أبحرت في كانون الأول 2015"
    assert inferred(text) == (None, "unknown")


def test_a_known_event_leaves_some_months() -> None:
    text = "قتل قاسم سليماني في الثالث من يناير الماضي. وجرى لقاء في أواخر شباط/فبراير الماضي"
    assert inferred(text) == ("2020-03/2020-12", "inferred")
    assert inferred("قتل قاسم سليماني في الخامس من يناير الماضي") == (None, "unknown")


def test_nothing_to_go_by() -> None:
    assert inferred("وصلت السفينة الأربعاء الماضي إلى المرفأ") == (None, "unknown")
    assert inferred("") == (None, "unknown")
