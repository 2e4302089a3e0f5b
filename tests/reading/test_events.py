import pytest

from tawatur.model import EventMention, Time
from tawatur.reading.events import find_events
from tawatur.reading.figures import find_figures
from tawatur.reading.names import find_names
from tests.reading.conftest import Scanner


def events(scan: Scanner, text: str, **dates: str) -> list[EventMention]:
    """`dates` gives the value of each word of time in the text."""
    scanned = scan(text, "2021-05-10")
    times = [Time(text.index(word), text.index(word) + len(word), "date", value, value) for word, value in dates.items()]
    names = find_names(scanned)
    found, _ = find_events(scanned, times, names, find_figures(scanned, times, names), [])
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("شنت مقاتلات حربية غارات جوية على أطراف دمشق", "ASSAULT"),
        ("انفجرت عبوة ناسفة في بغداد", "ASSAULT"),
        ("تظاهر المئات في ساحة التحرير ببغداد", "PROTEST"),
        ("اعتقلت الشرطة خمسة أشخاص في تونس", "COERCE"),
        ("انسحبت القوات من مدينة الرقة", "RETREAT"),
        ("التقى الرئيس وفدا في القاهرة", "CONSULT"),
        ("تحطمت طائرة ركاب قرب الخرطوم", "ACCIDENT"),
        ("عثرت القوات على مخبأ للأسلحة في ديالى", "INVESTIGATE"),
        ("أفرج عن عشرة معتقلين في صنعاء", "RETREAT"),
    ],
)
def test_a_trigger_gives_its_type(scan: Scanner, text: str, kind: str) -> None:
    assert kind in [event.type for event in events(scan, text)]


@pytest.mark.parametrize(
    "text",
    [
        "نفذ المنتخب ضربة جزاء في الشوط الثاني",
        "دخل وقف إطلاق النار حيز التنفيذ",
        "أطلقت الوزارة حملة للتوعية",
        "يهدف البرنامج إلى تحقيق النصر",
        "الهجوم الإلكتروني على الموقع",
    ],
)
def test_look_alikes_are_no_assault_or_inquiry(scan: Scanner, text: str) -> None:
    assert not [event for event in events(scan, text) if event.type in ("ASSAULT", "INVESTIGATE")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("نجا الوزير من محاولة اغتيال في عدن", "failed"),
        ("لم تتعرض القاعدة لقصف في بغداد", "denied"),
        ("تشهد بغداد هجمات صاروخية متكررة", "recurring"),
        ("وردت أنباء عن مقتل قيادي في حمص", "alleged"),
        ("قصفت المدفعية قرية في حلب", "actual"),
    ],
)
def test_words_around_a_trigger_change_its_modality(scan: Scanner, text: str, modality: str) -> None:
    assert [event.modality for event in events(scan, text)] == [modality]


def test_a_happening_is_listed_once(scan: Scanner) -> None:
    text = "وقع انفجار في بغداد السبت. وأدى الانفجار إلى مقتل 3 أشخاص. وقال شهود إن الانفجار كان قويا."
    assert len(events(scan, text, السبت="2021-05-08")) == 1


def test_two_attacks_told_apart_stay_apart(scan: Scanner) -> None:
    text = "تعرضت القاعدة لهجوم السبت في بغداد. وكانت تعرضت لهجوم آخر الأربعاء."
    assert [event.date for event in events(scan, text, السبت="2021-05-08", الأربعاء="2021-05-05")] == ["2021-05-08", "2021-05-05"]


def test_place_and_actor_come_from_the_clause(scan: Scanner) -> None:
    (event,) = events(scan, "شن الجيش التركي غارات على أطراف مدينة عفرين")
    assert event.place is not None
    assert "عفرين" in event.place.name
    assert [actor.name for actor in event.actors] == ["الجيش التركي"]


def test_a_figure_knows_its_event(scan: Scanner) -> None:
    scanned = scan("أدى قصف على مدينة حلب إلى مقتل 6 مدنيين")
    names = find_names(scanned)
    found, figures = find_events(scanned, [], names, find_figures(scanned, [], names), [])
    assert [figure.event for figure in figures] == [found[0].id]


def test_the_weapon_tells_the_mode(scan: Scanner) -> None:
    (event,) = events(scan, "تعرضت قاعدة عين الأسد السبت لهجوم بصواريخ كاتيوشا", السبت="2021-05-08")
    assert event.mode == "heavy-weapons"
    assert event.weapons


def test_a_later_mention_says_the_place_more_exactly(scan: Scanner) -> None:
    found = events(scan, "وقع هجوم مسلح في محافظة نينوى وقتل جنديان.\nوأضاف المصدر أن الهجوم وقع في مدينة تلعفر.")
    attack = next(event for event in found if event.type == "ASSAULT")
    assert attack.place is not None
    assert "تلعفر" in attack.place.name


def test_what_began_on_a_day_lasts_until_the_day_of_publication(scan: Scanner) -> None:
    found = events(scan, "جلس مئات المحتجين حول شموع باتت رمزا للاحتجاجات التي بدأها الطلاب في السبت في ساحة بيروت", السبت="2021-05-08")
    assert [event.date for event in found if event.type == "PROTEST"] == ["2021-05-08/2021-05-10"]


def test_the_attacks_of_two_doers_told_at_large_are_two(scan: Scanner) -> None:
    text = "تشن حركة الشباب هجمات متكررة في الصومال.\nكما تنفذ حركة طالبان هجمات متكررة في أفغانستان."
    found = events(scan, text)
    assert len([event for event in found if event.type == "ASSAULT"]) == 2


def test_the_day_of_an_attack_spoken_of_comes_from_where_it_is_recalled(scan: Scanner) -> None:
    text = "رفعت الوزارة حصيلة الهجوم على مطار عدن إلى 25 قتيلا.\nونفى المتحدث ذلك.\nوكان الهجوم وقع الأربعاء لدى وصول الوفد."
    found = events(scan, text, الأربعاء="2021-05-05")
    assert [event.date for event in found if event.type == "ASSAULT"] == ["2021-05-05"]


def test_an_operation_that_goes_on_is_not_the_raid_of_one_of_its_days(scan: Scanner) -> None:
    text = "نفذت تركيا الجمعة غارة على عفرين.\nوتشن تركيا منذ يناير عملية عسكرية ضد المقاتلين الأكراد."
    found = events(scan, text, الجمعة="2021-05-07", يناير="2021-01-20")
    assert {event.date for event in found if event.type == "ASSAULT"} == {"2021-05-07", "2021-01-20/2021-05-10"}


def test_fighting_that_rages_since_a_day_lasts_until_publication(scan: Scanner) -> None:
    found = events(scan, "ارتفع عدد القتلى جراء القتال الدائر في السودان منذ السبت إلى 97 قتيلا", السبت="2021-05-01")
    assert [event.date for event in found if event.type == "ASSAULT"] == ["2021-05-01/2021-05-10"]


def test_what_a_city_saw_once_is_no_habit(scan: Scanner) -> None:
    found = events(scan, "ارتفع عدد ضحايا الاشتباكات التي شهدتها العاصمة طرابلس السبت إلى 32 قتيلا", السبت="2021-05-08")
    assert [(event.modality, event.place and event.place.id) for event in found if event.type == "ASSAULT"] == [("actual", "tripoli")]


def test_the_same_place_is_that_of_the_event_before(scan: Scanner) -> None:
    text = "وقع انفجار في مدينة دير البلح وقتل شخصان.\nوهرعت إلى المكان فرق الإسعاف التابعة للهلال الأحمر، الذي يعمل في قطاع غزة."
    aid = next(event for event in events(scan, text) if event.type == "AID")
    assert aid.place is not None
    assert "دير البلح" in aid.place.name


def test_raids_on_a_region_are_not_those_on_one_of_its_towns(scan: Scanner) -> None:
    text = "قال شهود.\nشنت طائرات إسرائيلية غارات على قطاع غزة السبت.\nوأصابت الغارات موقعا في رفح."
    found = events(scan, text, السبت="2021-05-08")
    assert found[0].place is not None
    assert found[0].place.id == "gaza-strip"


def test_a_toll_up_to_now_is_not_the_attack_told_before(scan: Scanner) -> None:
    text = "قتل فلسطينيان في غارة على غزة السبت.\nوقتل 132 فلسطينيا على الأقل برصاص الجيش منذ بدء الاحتجاجات."
    found = events(scan, text, السبت="2021-05-08")
    assert [event.modality for event in found if event.type == "ASSAULT"] == ["actual", "aggregate"]


def test_deaths_told_beside_an_accident_came_of_it(scan: Scanner) -> None:
    found = events(scan, "تحطمت طائرة ركاب قرب الخرطوم.\nوقتل 19 شخصا بينهم أطفال.")
    assert [event.type for event in found] == ["ACCIDENT"]


def test_another_matter_is_another_event(scan: Scanner) -> None:
    found = events(scan, "اعتقلت الشرطة ثلاثة أشخاص.\nوفي واقعة منفصلة، اعتقلت الشرطة رجلا في صور.")
    assert [event.type for event in found] == ["COERCE", "COERCE"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("رشق محتجون الشرطة بالحجارة في قفصة", "ASSAULT"),
        ("سيطر الجيش السوري وحلفاؤه على البوكمال في نوفمبر", "COERCE"),
        ("فككت السلطات المغربية خلية في طنجة", "COERCE"),
        ("قطعت الإنترنت عن الخرطوم منذ السبت", "COERCE"),
        ("أغلق المحتجون الطريق الدولي قرب البصرة", "PROTEST"),
        ("فرضت السلطات حظر تجوال في البصرة", "COERCE"),
    ],
)
def test_unrest_and_what_is_done_about_it(scan: Scanner, text: str, kind: str) -> None:
    assert kind in [event.type for event in events(scan, text)]


@pytest.mark.parametrize("text", ["سيطر الهدوء على العاصمة طرابلس", "عند نقطة تفتيش في عسير", "تطورات مجلس وزاري"])
def test_calm_and_checkpoints_are_no_events(scan: Scanner, text: str) -> None:
    assert [event.type for event in events(scan, text) if event.type in ("COERCE", "INVESTIGATE")] == []


def test_those_strikes_are_the_strikes_told_before(scan: Scanner) -> None:
    text = "نفذ التحالف 133 ضربة جوية في نينوى خلال الشهر.\nوأوضحت القيادة أن تلك الضربات جاءت بتوجيه منها."
    found = events(scan, text, الشهر="2021-04-10/2021-05-10")
    assert len([event for event in found if event.type == "ASSAULT"]) == 1


def test_a_mention_is_held_against_the_last_events_only(scan: Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[object] = []
    monkeypatch.setattr("tawatur.reading.events.same", lambda *pair: held.append(pair))
    found = events(scan, "\n".join("شنت مقاتلات حربية غارات جوية على أطراف دمشق." for _ in range(150)))
    assert len(found) == 150
    assert len(held) < 150 * 100


def test_a_later_mention_joins_an_event_told_before_many_of_other_kinds(scan: Scanner) -> None:
    others = "\n".join("التقى الرئيس وفدا في القاهرة." for _ in range(3))
    found = events(scan, f"تظاهر المئات في ساحة التحرير ببغداد.\n{others}\nوتظاهر الآلاف في ساحة التحرير ببغداد.")
    assert [event.type for event in found].count("PROTEST") == 1


def test_an_attack_only_recalled_is_not_set_in_the_country_of_the_report(scan: Scanner) -> None:
    report = "بحث مسؤولون في العراق إعادة الإعمار في العراق.\nولم يصدر شيء.\nولم يعلق أحد.\n"
    (recalled,) = events(scan, report + "وأوضحت أن الاعتداء الأمريكي الذي استهدف المؤسسة العسكرية قتل جنديين.")
    (told,) = events(scan, report + "وقتل جنديان في هجوم مسلح شنه مجهولون.")
    assert recalled.place is None
    assert told.place is not None
    assert told.place.id == "iq"


def test_where_something_is_taken_from_is_not_where_it_was_done(scan: Scanner) -> None:
    (raid,) = [event for event in events(scan, "قتل مسلحون ستة عمال السبت ونقلوا الجثث من نهر النيل") if event.type == "ASSAULT"]
    assert raid.place is None
    (left,) = events(scan, "انسحب المسلحون من مدينة تلعفر")
    assert left.place is not None
    assert "تلعفر" in left.place.name


def test_a_landing_is_an_attack_and_an_airdrop_is_none(scan: Scanner) -> None:
    found = events(scan, "قتل شخص في عملية إنزال جوي نفذها التحالف الدولي في بلدة الزر السبت.", السبت="2021-05-08")
    assert [event.type for event in found] == ["ASSAULT"]
    assert all(
        event.type != "ASSAULT" for event in events(scan, "نفذ الجيش الأردني إنزالات جوية لمساعدات في غزة السبت.", السبت="2021-05-08")
    )


def test_villages_are_told_apart_although_both_are_villages(scan: Scanner) -> None:
    text = "قصفت طائرات قرية البارة في سوريا وقتل مدني.\nثم استهدف قصف مدفعي قرية كنصفرة وأصيب طفل."
    found = [event.place.id for event in events(scan, text) if event.type == "ASSAULT" and event.place]
    assert found == ["bara", "kansafra"]


def test_an_attack_on_a_village_is_one_of_those_on_its_region(scan: Scanner) -> None:
    text = "قال شهود.\nشنت طائرات روسية غارات على ريف إدلب في سوريا.\nواستهدفت قرية البارة بصاروخين وقتل مدني."
    found = [event for event in events(scan, text) if event.type == "ASSAULT"]
    assert [event.place.id for event in found if event.place] == ["idlib-countryside", "bara"]


def test_a_verb_without_a_subject_has_that_of_the_sentence_before(scan: Scanner) -> None:
    text = "قصف الجيش التركي قرية البارة في سوريا.\nواستهدف قرية كنصفرة بالقذائف."
    assert [actor.name for event in events(scan, text) for actor in event.actors] == ["الجيش التركي", "الجيش التركي"]


def test_the_place_right_behind_another_word_is_that_word_s(scan: Scanner) -> None:
    text = "جاء قصف ريف حلب بالتزامن مع قصف مدفعي مماثل استهدف بلدة مجدليا أدى لإصابة طفل في سوريا."
    assert any(event.place and "مجدليا" in event.place.name for event in events(scan, text))


def test_the_dead_are_of_the_attack_that_led_to_it(scan: Scanner) -> None:
    text = "تعرضت قرية البارة في سوريا لقصف من الجيش التركي، ما أدى لسقوط شهيد وجرحى، وردت الفصائل باستهداف قرية كنصفرة."
    scanned = scan(text)
    names = find_names(scanned)
    told, counted = find_events(scanned, [], names, find_figures(scanned, [], names), [])
    first, _ = [event for event in told if event.type == "ASSAULT"]
    assert first.place is not None
    assert first.place.id == "bara"
    assert {figure.event for figure in counted} == {first.id}
