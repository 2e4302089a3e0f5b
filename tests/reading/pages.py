"""Texts of our own wording, and a lexicon with outlets of our own, for tests of how pages are sorted."""

from functools import cache
from itertools import chain

from tawatur.model import Document, ZoneKind
from tawatur.packs.lexicon import Lexicon
from tawatur.packs.tables import Row, table_rows
from tawatur.reading.zones import find_zones
from tawatur.text.tokens import Tokens

LEAD = "أعلنت غرفة العمليات في مدينة سهلان أن القوات أوقفت عشرة مسلحين خلال حملة تفتيش نفذتها فجر اليوم في القرى الشرقية من المحافظة."
SECOND = "وقال الناطق باسم الغرفة إن الحملة مستمرة حتى إشعار آخر، وإن الطرق المؤدية إلى القرى الشرقية ستبقى مغلقة أمام حركة المركبات."
THIRD = "وأضاف أن المسلحين نقلوا إلى مركز المحافظة للتحقيق معهم، دون أن يذكر الجهة التي ينتمون إليها أو ما ضبط معهم من سلاح."
TITLE = "القوات توقف عشرة مسلحين في حملة تفتيش شرقي سهلان"

_OUTLETS = (
    {"id": "sahlan-today", "kind": "outlet", "ar": "سهلان اليوم", "en": "Sahlan Today", "domains": "sahlan.example|ar.sahlan-news.example"},
    {"id": "hilltop", "kind": "outlet", "ar": "صوت الهضبة|الهضبة نت", "en": "Hilltop Voice", "domains": "sahlan-news.example"},
    {"id": "barid", "kind": "agency", "ar": "البريد|وكالة البريد", "en": "Barid", "domains": "barid.example"},
    {"id": "akhbar", "kind": "outlet", "ar": "الأخبار", "en": "Sahlan News", "common": "yes"},
    {"id": "nawras", "kind": "agency", "ar": "نورس", "en": "Nawras", "domains": ""},
)


@cache
def lexicon() -> Lexicon:
    """The language pack's page words, dates and function words, and outlets that do not exist."""
    tables = ("boilerplate", "months", "weekdays", "stops", "places_geonames")
    outlets = (
        Row("outlets", "test", number, {name: cell for name, cell in cells.items() if cell}) for number, cells in enumerate(_OUTLETS, 2)
    )
    return Lexicon(chain((row for table in tables for row in table_rows(table)), outlets))


def zones_of(text: str, title: str | None = None) -> list[tuple[ZoneKind, str]]:
    """The zones of a text as (kind, words)."""
    tokens = Tokens(text)
    return [(zone.kind, text[zone.start : zone.end]) for zone in find_zones(tokens, lexicon().scan(tokens), title)]


def document(text: str, **known: str) -> Document:
    return Document(id="d", source="d.txt", text=text, sha256="0", **known)  # type: ignore[arg-type]


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def kinds(text: str, title: str | None = None) -> dict[str, str]:
    """The kind that each line of a text got, whole lines only."""
    found: dict[str, str] = {}
    for kind, words in zones_of(text, title):
        for line in words.split("\n"):
            if line.strip():
                found[line.strip()] = kind
    return found
