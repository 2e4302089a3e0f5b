from tawatur.reading.cast import Cast
from tawatur.reading.speakers import read_speaker
from tawatur.reading.statements_context import Context
from tests.reading.conftest import Scanner
from tests.reading.telling import told


def test_a_second_nameless_source_is_another_one(scan: Scanner) -> None:
    ctx = Context(scan("مصدر أمني عراقي ثم مصدر أمني"), [], [])
    cast = Cast(ctx, [])
    first, second = read_speaker(ctx, ((0, 3),)), read_speaker(ctx, ((4, 6),))
    assert first is not None
    assert second is not None
    cast.enter(first, None)
    assert cast.resolve(second).name == "مصدر أمني"


def test_gender_tells_who_carries_on(scan: Scanner) -> None:
    ctx = Context(scan("الوزارة الوزير"), [], [])
    cast = Cast(ctx, [])
    for i, feminine in ((0, True), (1, False)):
        speaker = read_speaker(ctx, ((i, i + 1),))
        assert speaker is not None
        cast.enter(speaker, feminine)
    feminine_last, last = cast.last(feminine=True), cast.last()
    assert feminine_last is not None
    assert last is not None
    assert (feminine_last.name, last.name) == ("الوزارة", "الوزير")


def test_an_office_alone_means_whoever_was_named_with_it(scan: Scanner) -> None:
    text = "استقبل الوزير سفير مالطا سامر النجار ووزير الخارجية التونسي ماهر الدوري. وقال وزير الخارجية التونسي إن اللقاء مفيد."
    assert [found.speaker for found in told(scan(text))] == ["ماهر الدوري"]


def test_an_office_after_the_name_counts_too(scan: Scanner) -> None:
    text = "وصل ماهر الدوري، رئيس لجنة الإعمار، إلى البلدة. وقال رئيس لجنة الإعمار إنه يسير."
    assert [found.speaker for found in told(scan(text))][-1] == "ماهر الدوري"


def test_words_that_add_nothing_do_not_hide_who_it_is(scan: Scanner) -> None:
    text = "قال المتحدث باسم الشرطة سامر النجار إن الحريق أخمد. وأشار المتحدث الرسمي إلى أن السبب مجهول."
    assert [found.speaker for found in told(scan(text))] == ["سامر النجار"] * 2


def test_somebody_quoted_inside_does_not_carry_on(scan: Scanner) -> None:
    text = "قال سامر النجار إن الوزير ماهر الدوري أعلن أن المصنع سيغلق. وأضاف أن العمال غاضبون."
    assert [found.speaker for found in told(scan(text))][-1] == "سامر النجار"


def test_the_latter_is_whoever_was_named_last(scan: Scanner) -> None:
    text = "التقى الوزير ماهر الدوري النائب سامر النجار. وأوضح الأخير أن اللقاء كان مثمرا."
    assert [found.speaker for found in told(scan(text))] == ["سامر النجار"]


def test_our_correspondent_is_the_one_named_before(scan: Scanner) -> None:
    text = "قال مراسل بلدي في حلب إن الطريق مغلق. وأضاف مراسلنا أن الناس ينتظرون."
    assert len({found.speaker for found in told(scan(text))}) == 1


def test_a_body_is_not_the_person_who_works_there(scan: Scanner) -> None:
    text = "قالت سارة دانيال الأمينة العامة للأكاديمية إنها باقية. وقالت الأكاديمية إن القرار نهائي."
    assert [found.speaker for found in told(scan(text))] == ["سارة دانيال", "الأكاديمية"]
