"""Readings to show: a report whose records overlap, and one that means harm."""

from tawatur.model import (
    Actor,
    Document,
    EventMention,
    Figure,
    Link,
    Name,
    Place,
    Reading,
    Span,
    Statement,
    Target,
    Time,
    Warning,
    Zone,
)

TEXT = (
    "موقع الخبر\r\n\r\nمقتل 5 جنود في بغداد\n"
    "قال المتحدث سامي الجبوري لوكالة الفرات السبت إن الهجوم أسفر عن مقتل 5 جنود.\n\n"
    "وأضاف أن التحقيق بدأ\nوأنه مستمر. موقع الخبر"
)  # fmt: skip


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def _at(words: str, after: str = "") -> tuple[int, int]:
    found = span(words, after)
    return found.start, found.end


def reading() -> Reading:
    """One event told by a spokesman to an agency; what he said holds a figure, crosses a second line, and ends in a zone set aside."""
    speaker, agency, content = span("سامي الجبوري"), span("الفرات"), span("الهجوم أسفر عن مقتل 5 جنود")
    chain = (
        Link("outlet", "صحيفة المثال"),
        Link("agency", "الفرات", "~الفرات", None, agency.start, agency.end),
        Link("person", "سامي الجبوري", "~سامي-الجبوري", "statement", speaker.start, speaker.end),
    )
    place = span("بغداد")
    event = EventMention(
        "x:e1", "ASSAULT", span("الهجوم"), "aerial", "2020-03-14",
        Place("بغداد", place.start, place.end, 33.31, 44.37, "iq", "baghdad"),
        (Actor("الولايات المتحدة", "us", "accused"),), (Target("جنود"),), ("صاروخ",), "alleged", chain,
    )  # fmt: skip
    second = Span(span("التحقيق بدأ").start, span("مستمر").end)
    return Reading(
        Document(
            "x", "x.txt", TEXT, "f" * 64, "صحيفة المثال", ("الفرات",), "مقتل 5 جنود في بغداد", "https://example.org/?a=1&b=2",
            "2020-03-15", "given", "ar",
            (Zone(*_at("موقع الخبر"), "boilerplate"), Zone(*_at("مقتل 5 جنود في بغداد"), "title"),
             Zone(span("قال").start, TEXT.rindex("موقع"), "body"), Zone(TEXT.rindex("موقع"), len(TEXT), "repeated")),
        ),
        (Time(*_at("السبت"), "date", "2020-03-14", "2020-03-14"),),
        (Name(place.start, place.end, "place", "بغداد", "baghdad"),
         Name(speaker.start, speaker.end, "person", "سامي الجبوري", "~سامي-الجبوري"),
         Name(*_at("جنود", "عن مقتل"), "organization", "جنود", None)),
        (Figure(*_at("5 جنود", "عن مقتل"), "killed", 5, 5, "exact", "جنود", "iq", "x:e1"),),
        (event,),
        (Statement("x:s1", "say", span("قال"), content, "سامي الجبوري", "~سامي-الجبوري", "الوزارة", False, "statement",
                   "2020-03-14", chain),
         Statement("x:s2", "affirm", span("وأضاف"), second, None)),
        (Warning("calendar_mismatch", *_at("السبت"), "two months"),),
    )  # fmt: skip


HOSTILE = "<script>alert(1)</script>\"' onclick=x &amp; \u202eقلب\u2066\u2069 \x00\x1b"


def hostile() -> Reading:
    """Everything that comes from outside is an attack."""
    chain = (Link("outlet", HOSTILE, HOSTILE), Link("person", HOSTILE, HOSTILE, None, 0, 6))
    return Reading(
        Document(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, f"javascript:{HOSTILE}", HOSTILE, "stated", HOSTILE),
        (Time(0, 3, "date", HOSTILE, HOSTILE),),
        (Name(1, 9, HOSTILE, HOSTILE, HOSTILE),),
        (Figure(2, 6, "other", None, None, "vague", HOSTILE, HOSTILE, HOSTILE),),
        (EventMention(HOSTILE, "OTHER", Span(4, 12), None, HOSTILE, Place(HOSTILE, 0, 999999, country=HOSTILE, id=HOSTILE),
                      (Actor(HOSTILE, HOSTILE),), (Target(HOSTILE, HOSTILE),), (HOSTILE,), "denied", chain),),
        (Statement(HOSTILE, "say", Span(-1, 3), Span(0, len(HOSTILE)), HOSTILE, HOSTILE, HOSTILE, True, None, HOSTILE, chain),),
        (Warning(HOSTILE, 0, 2, HOSTILE),),
    )  # fmt: skip
