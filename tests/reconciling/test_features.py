from msgspec import structs

from tawatur.model import Place
from tawatur.reconciling.features import features, sentence_around

from .build import Report, body, figure, outlet, person


def test_the_sentence_around_a_span() -> None:
    text = "سقط المطر. انفجرت عبوة في السوق. هدأت المدينة"
    start = text.index("عبوة")
    assert text[slice(*sentence_around(text, start, start + 4))].strip() == "انفجرت عبوة في السوق"


def test_a_mention_told_in_a_statement_has_its_chain() -> None:
    report = Report("a", "قال سعيد إن عبوة انفجرت في السوق", outlet="الضفة")
    report.event("انفجرت")
    report.said("قال", "عبوة انفجرت في السوق", chain=(outlet("الضفة"), body("الشرطة"), person("سعيد")))
    kept = features(report.reading())
    assert kept.mentions[0].chain == (outlet("الضفة"), body("الشرطة"), person("سعيد"))
    assert kept.statements[0].covers == ("a:e1",)


def test_a_mention_in_the_outlets_own_words_rests_on_the_agency_it_credits() -> None:
    report = Report("a", "انفجرت عبوة في السوق", outlet="الضفة", agencies=("وكالة النخيل",))
    report.event("انفجرت")
    assert [link.name for link in features(report.reading()).mentions[0].chain] == ["الضفة", "وكالة النخيل"]


def test_people_without_names_are_no_parties() -> None:
    report = Report("a", "انفجرت عبوة في السوق")
    report.event("انفجرت", targets=("مدنيين", "الجيش"), actors=("مسلحون",))
    kept = features(report.reading()).mentions[0]
    assert [target.name for target in kept.targets] == ["الجيش"]
    assert kept.actors == ()


def test_the_text_is_not_kept() -> None:
    words = "كلمات لا يذكرها أحد سوى هذا السطر الطويل من النص"
    report = Report("a", f"{words}. انفجرت عبوة في السوق")
    report.event("انفجرت")
    assert words not in repr(features(report.reading()))


def test_a_mention_keeps_what_is_told_beside_it() -> None:
    report = Report("a", "انفجرت عبوة في بلدة السدرة. وقال نبيل الحكيم إن بلدة الطلحة تعرضت لقصف. هدأت بلدة النخيل")
    report.named("بلدة السدرة", "بلدة الطلحة", "بلدة النخيل", kind="place").named("نبيل الحكيم", kind="person")
    report.event("انفجرت", place="بلدة السدرة")
    report.event("قصف", place="بلدة الطلحة")
    first, second = features(report.reading()).mentions
    assert first.places < first.company
    assert len(first.places | second.places) == 2
    assert first.company == second.company
    assert len(first.company) == 3


def test_a_recital_or_a_habit_is_not_what_the_report_is_about() -> None:
    report = Report("a", "قصف متكرر. انفجرت عبوة. انفجرت أخرى")
    report.event("قصف", modality="recurring")
    report.event("انفجرت")
    report.event("أخرى")
    assert [one.leads for one in features(report.reading()).mentions] == [False, True, False]


def test_a_count_in_a_part_of_the_place() -> None:
    text = "اهتزت أرزان. قالت الفرق إن 400 أصيبوا في شمال أرزان"
    report = Report("a", text).named("شمال أرزان", kind="place")
    report.event("اهتزت", place="أرزان", figures=(figure("injured", 400),))
    report.said("قالت", "400 أصيبوا في شمال أرزان")
    at = text.index("400")
    report.figures = [structs.replace(report.figures[0], start=at, end=at + 3)]
    report.names = [structs.replace(name, id="arzan") for name in report.names]
    report.events = [structs.replace(report.events[0], place=Place("أرزان", id="arzan"))]
    assert features(report.reading()).mentions[0].areas == ((at, "شمال أرزان"),)
