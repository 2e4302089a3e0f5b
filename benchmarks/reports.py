"""Arabic reports made by the code: news of invented attacks, accidents and talks, told by several outlets that agree, differ and copy.

The same seed gives the same reports, to the letter.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

_OUTLETS = ("الضفة", "المرايا", "صوت الوادي", "الشرفة", "دفاتر", "النهر")
_AGENCIES = ("رويترز", "فرانس برس", "الأناضول", "")
_PLACES = ("بغداد", "الموصل", "حلب", "إدلب", "الرقة", "درعا", "كركوك", "الفلوجة", "طرابلس", "بنغازي", "عدن", "تعز")
_SPEAKERS = ("المتحدث باسم الجيش", "مصدر أمني", "مسؤول محلي", "المتحدث باسم وزارة الصحة", "شاهد عيان", "قائد ميداني")
_ATTACKS = (
    "هجوم بالصواريخ على معسكر",
    "غارة جوية على موقع عسكري",
    "انفجار سيارة مفخخة في سوق",
    "قصف مدفعي على حي سكني",
    "هجوم مسلح على حاجز",
)
_VICTIMS = ("جنود", "مدنيين", "أشخاص", "مسلحين")
_OPENINGS = ("أفادت وكالات الأنباء بأن", "ذكرت مصادر محلية أن", "قال شهود إن", "أعلنت السلطات أن")
_ENDINGS = (
    "ولم تعلن أي جهة مسؤوليتها عن الهجوم حتى الآن.",
    "ونفى قيادي في المنطقة صحة الأنباء عن انسحاب القوات.",
    "وأكد سكان أن أصوات الانفجارات سمعت في أحياء بعيدة.",
    "واتهمت الحكومة تنظيما مسلحا بالوقوف وراء ما جرى.",
    "وفتحت الشرطة تحقيقا في الحادث.",
)


class _Event(NamedTuple):
    place: str
    day: int
    attack: str
    killed: int
    injured: int
    victims: str


def articles(count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """So many articles as `tawatur add` reads them from JSON Lines; about four tell of each event, and one in six is a copy."""
    random = Random(seed)
    events = [_event(random) for _ in range(count // 4 + 1)]
    last = ""
    for number in range(count):
        event, outlet = random.choice(events), random.choice(_OUTLETS)
        text = last if last and random.random() < 1 / 6 else _told(random, event)
        last = text
        day = f"2021-{event.day % 12 + 1:02}-{event.day % 27 + 1:02}"
        yield {"id": f"r{seed}-{number}", "title": text.partition("\n")[0], "text": text, "outlet": outlet, "published": day}


def write(path: Path, count: int, seed: int = 0) -> Path:
    """The articles as a file of JSON Lines."""
    lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in articles(count, seed))
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _event(random: Random) -> _Event:
    killed, injured = random.randint(2, 40), random.randint(3, 90)
    return _Event(random.choice(_PLACES), random.randint(0, 300), random.choice(_ATTACKS), killed, injured, random.choice(_VICTIMS))


def _told(random: Random, event: _Event) -> str:
    killed = event.killed + random.choice((0, 0, 0, 1, 5))
    agency = random.choice(_AGENCIES)
    credit = f" نقلا عن {agency}" if agency else ""
    title = f"مقتل {killed} {event.victims} في {event.attack} في {event.place}"
    where = f"مدينة {event.place}"
    body = [
        f"{random.choice(_OPENINGS)} {killed} {event.victims} قتلوا وأصيب {event.injured} آخرون في {event.attack} في {where}{credit}.",
        f"وقال {random.choice(_SPEAKERS)} إن {event.attack} وقع صباح اليوم وإن حصيلة القتلى بلغت {killed}.",
        f"وأضاف أن «فرق الإنقاذ ما زالت تعمل في {event.place} بحثا عن مفقودين».",
        *random.sample(_ENDINGS, 2),
    ]
    return title + "\n\n" + "\n".join(body)
