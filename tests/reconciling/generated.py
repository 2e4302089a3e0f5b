"""Small worlds, generated: events that several outlets tell, with copies, quotations, tolls that rise, denials, reports without a date,
places under several names, and the judgements of a person who read them.
"""

from collections.abc import Sequence
from typing import NamedTuple, get_args

from hypothesis import strategies as some

from tawatur.model import Disagreement, EventType, Judgement, Link, Mode, Place, Reading, Side, Way

from .build import Report, agency, figure, judgement, nameless, outlet, person


class Happening(NamedTuple):
    """What can be told of: its words have room for the place and the toll."""

    words: str
    trigger: str
    type: EventType
    mode: Mode | None
    role: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]


HAPPENINGS = (
    Happening("انفجرت سيارة ملغومة في {0} وقتل {1} من المارة", "انفجرت", "ASSAULT", "explosives", "killed", ("كتائب الفجر",), ()),
    Happening("شنت طائرات غارة على مخزن في {0} وسقط {1} قتيلا", "شنت", "ASSAULT", "aerial", "killed", ("التحالف",), ("لواء النسر",)),
    Happening("سقطت قذائف على أطراف {0} وأصيب {1} من السكان", "سقطت", "ASSAULT", "heavy-weapons", "injured", (), ("الجيش",)),
    Happening("تظاهر عمال المرفأ في {0} وأوقفت الشرطة {1} منهم", "تظاهر", "PROTEST", None, "captured", (), ("الشرطة",)),
)
PLACES: tuple[tuple[Place, ...], ...] = (
    (Place("سوق الحدادين"), Place("حي سوق الحدادين"), Place("Souq al-Haddadin")),
    (Place("السدرة", lat=30.6, lon=18.3, country="LY", id="sidra"), Place("Es Sider", lat=30.6, lon=18.3, country="LY", id="sidra")),
    (Place("التاجي", lat=33.5, lon=44.2, country="IQ", id="taji"), Place("معسكر التاجي", lat=33.5, lon=44.2, country="IQ")),
)
BACKGROUND = (
    "وشهدت المنطقة حركة كثيفة منذ ساعات الفجر الأولى بعد أن أغلقت الطرق المؤدية إلى وسطها أمام الشاحنات الكبيرة",
    "ووصلت فرق الإسعاف بعد نحو نصف ساعة ونقلت المصابين إلى المستشفى القريب وسط ازدحام شديد على الجسر",
    "ويعيش في البلدة بضعة آلاف يعمل أكثرهم في الزراعة وصيد السمك وتصلح بيوتها الحجرية للسكن صيفا وشتاء",
    "وسمع الأهالي أصواتا قوية هزت النوافذ ثم انقطع التيار الكهربائي عن معظم الأحياء حتى ساعة متأخرة من الليل",
)
SAYINGS = (
    "استمرار التعاون مع شركة السنابل في صيانة السدود",
    "توقف التعاون مع شركة السنابل في صيانة السدود",
    "كتائب الفجر لا علاقة لها بما جرى في سوق الحدادين",
    "كتائب الفجر مسؤولة عن تفجير سوق الحدادين",
)
SPEAKERS = (person("سعيد الناطق"), person("هدى المتحدثة"), nameless("مصدر أمني"))
OUTLETS = ("الضفة", "المدار", "المرايا", None)
DAYS = ("2021-05-09", "2021-05-10", "2021-05-11", "2021-06-20", None)


class World(NamedTuple):
    """Readings, and the ids of what they tell and say."""

    readings: list[Reading]

    @property
    def mentions(self) -> list[str]:
        return sorted(mention.id for reading in self.readings for mention in reading.events)

    @property
    def statements(self) -> list[str]:
        return sorted(statement.id for reading in self.readings for statement in reading.statements)


class Telling(NamedTuple):
    """One account of a happening; a revised toll is an account of a later day."""

    happening: Happening
    place: Place | None
    day: str | None
    tolls: tuple[int, ...]
    modality: str
    is_named: bool

    @property
    def text(self) -> str:
        return self.happening.words.format(self.place.name if self.place else "المدينة", self.tolls[0] if self.tolls else "عدد")


class Story(NamedTuple):
    """What a report says, apart from who publishes it when: a copy says the same."""

    tellings: tuple[Telling, ...]
    background: tuple[str, ...]
    sayings: tuple[tuple[str, str, Link], ...]

    @property
    def text(self) -> str:
        said = [f"قال {who.name} إن {words}" for words, _, who in self.sayings]
        return "\n".join((*(telling.text for telling in self.tellings), *self.background, *said))


@some.composite
def tellings(draw: some.DrawFn) -> Telling:
    names = draw(some.sampled_from(PLACES))
    return Telling(
        draw(some.sampled_from(HAPPENINGS)),
        draw(some.sampled_from((*names, None))),
        draw(some.sampled_from(DAYS)),
        tuple(draw(some.lists(some.integers(0, 12), max_size=2, unique=True))),
        draw(some.sampled_from(("actual", "actual", "actual", "alleged", "planned", "denied"))),
        draw(some.booleans()),
    )


@some.composite
def stories(draw: some.DrawFn) -> Story:
    said = some.tuples(some.sampled_from(SAYINGS), some.sampled_from(("say", "deny", "rumour", "accuse")), some.sampled_from(SPEAKERS))
    return Story(
        tuple(draw(some.lists(tellings(), min_size=1, max_size=2, unique_by=lambda telling: telling.happening.trigger))),
        tuple(draw(some.lists(some.sampled_from(BACKGROUND), max_size=3, unique=True))),
        tuple(draw(some.lists(said, max_size=2, unique_by=lambda saying: saying[0]))),
    )


@some.composite
def worlds(draw: some.DrawFn, most: int = 6) -> World:
    """Up to `most` reports of a few stories: a story that is drawn twice was copied, or told again."""
    told = draw(some.lists(stories(), min_size=1, max_size=4))
    return World([draw(_reports(f"r{number}", told)) for number in range(draw(some.integers(1, most)))])


@some.composite
def _reports(draw: some.DrawFn, name: str, told: list[Story]) -> Reading:
    story = draw(some.sampled_from(told))
    agencies = draw(some.sampled_from(((), (), ("وكالة النخيل",), ("المدار",))))
    report = Report(name, story.text, draw(some.sampled_from(OUTLETS)), draw(some.sampled_from(DAYS)), agencies)
    report.named("كتائب الفجر", "شركة السنابل", "سوق الحدادين", "الشرطة")
    home = (outlet(report.document.outlet or ""), *map(agency, agencies))
    for telling in story.tellings:
        source = draw(some.sampled_from(((), *((speaker,) for speaker in SPEAKERS))))
        _tell(report, telling, (*home, *source), draw(some.integers(0, 3)))
    for words, act, who in story.sayings:
        report.said("قال", words, act, speaker=who.name if who.kind == "person" else None, chain=(*home, who))  # type: ignore[arg-type]
    return report.reading()


def _tell(report: Report, telling: Telling, chain: tuple[Link, ...], more: int) -> None:
    """`more` is how far the toll rose since."""
    happening = telling.happening
    report.event(
        happening.trigger, happening.type, mode=happening.mode, date=telling.day, place=telling.place,
        actors=happening.actors if telling.is_named else (), targets=happening.targets, modality=telling.modality,  # type: ignore[arg-type]
        figures=tuple(figure(happening.role, toll + more) for toll in telling.tolls), chain=chain,  # type: ignore[arg-type]
    )  # fmt: skip


@some.composite
def judgements(draw: some.DrawFn, names: list[str], most: int = 5) -> list[Judgement]:
    """What a person decided of pairs of these ids, one after the other; the same pair may come again."""
    if len(names) < 2:
        return []
    pairs = some.tuples(some.sampled_from(names), some.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    decided = draw(some.lists(some.tuples(some.sampled_from(("same", "different")), pairs), max_size=most))
    return [
        judgement(kind, one, other, name=f"j{number}", at=f"2021-07-0{number + 1}")  # type: ignore[arg-type]
        for number, (kind, (one, other)) in enumerate(decided)
    ]


@some.composite
def settlements(draw: some.DrawFn, found: Sequence[Disagreement], most: int = 4) -> list[Judgement]:
    """How a person settled some of these disagreements, one after the other; the same may come again."""
    sided = [[_accounts(side) for side in one.sides] for one in found]
    settling = [sides for sides in sided if len(sides) > 1 and all(sides)]
    if not settling:
        return []
    decided = []
    for number in range(draw(some.integers(1, most))):
        ours, theirs = draw(some.permutations(draw(some.sampled_from(settling))))[:2]
        one, other = draw(some.sampled_from(ours)), draw(some.sampled_from(theirs))
        way = draw(some.sampled_from(get_args(Way)))
        decided.append(judgement("settle", one, other, value=way, name=f"s{number}", at=f"2021-07-1{number}"))
    return decided


def _accounts(side: Side) -> list[str]:
    return [*side.figures, *side.mentions, *side.statements]
