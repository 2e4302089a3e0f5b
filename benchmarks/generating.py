"""Inputs from nothing, by Hypothesis: articles as JSON, texts of words that mean something to the reader, dates, and any bytes at all."""

import json
from functools import lru_cache

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

_BLOCK = 64

_WORDS = (
    "قتل", "أصيب", "قال", "أكد", "نفى", "إن", "أن", "في", "من", "على", "هجوم", "غارة", "قصف", "بغداد", "حلب", "الجيش",
    "المتحدث باسم", "الرئيس", "وكالة رويترز", "أمس", "السبت", "14 مارس 2020", "يناير/كانون الأول", "خمسة", "12", "١٢",
    "ألف", "مليون", "نحو", "أكثر من", "ما بين", "و", "،", ".", "\n", "\n\n", "«", "»", '"', "(", ")", ":", "-", "ـ",
    "\u200b", "\u202e", "\u064b", "اقرأ أيضا", "http://a.example/1", "%", "الساعة 10:30", "منذ", "قبل", "أيام", "جنود",
    "مدنيين", "الذي", "لم", "لن", "قد", "سوف", "بحسب", "نقلا عن", "محمد بن", "عبد الله", "2020-03-14",
)  # fmt: skip
_texts = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=6)), max_size=120).map(" ".join)
_names = st.one_of(st.none(), st.text(max_size=30), st.integers(), st.lists(st.text(max_size=4), max_size=3), st.floats())
_articles = st.fixed_dictionaries(
    {"text": _texts}, optional=dict.fromkeys(("id", "title", "outlet", "url", "published", "html", "x"), _names)
)
_dates = st.one_of(
    st.datetimes().map(lambda moment: moment.isoformat()),
    st.dates().map(lambda day: f"{day:%d %b %Y}"),
    st.tuples(st.dates(), st.dates()).map(lambda days: f"{days[0]}/{days[1]}"),
    st.from_regex(r"-?\d{1,6}([-/.]\d{1,3}){0,2}([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?", fullmatch=True),
    st.from_regex(r"(Mon|Sat|[A-Z][a-z]{2}),? \d{1,2} [A-Z][a-z]{2,8} \d{1,5}( \d\d:\d\d:\d\d [A-Z+\-0-9]{1,5})?", fullmatch=True),
    st.from_regex(r"\[?(\.\.)?/?\d{2,4}[X?~%]{0,2}(-[\dX]{2}){0,2}[?~%]?(/|,|\.\.)?(\d{4}(-\d\d){0,2})?\]?", fullmatch=True),
    st.text(max_size=40),
)
_KINDS: dict[str, st.SearchStrategy[bytes]] = {
    "lines": st.lists(_articles, max_size=3).map(lambda found: "\n".join(map(json.dumps, found)).encode()),
    "article": _articles.map(lambda article: json.dumps(article).encode()),
    "reader": _texts.map(lambda text: text.encode(errors="replace")),
    "texts": _texts.map(lambda text: text.encode(errors="replace")),
    "dates": _dates.map(lambda text: text.encode(errors="replace")),
    "encodings": st.binary(max_size=400),
}


def generated(target: str, number: int, seed: int) -> bytes | None:
    """The input of that number, of the target's own shape; None for targets whose inputs are damaged files only."""
    block, place = divmod(number, _BLOCK)
    pool = _pool(target, block + seed * 1_000_003) if target in _KINDS else ()
    return pool[place % len(pool)] if pool else None


@lru_cache(maxsize=4)
def _pool(target: str, seed: int) -> tuple[bytes, ...]:
    found: list[bytes] = []

    @hypothesis.seed(seed)
    @settings(max_examples=_BLOCK, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(_KINDS[target])
    def draw(content: bytes) -> None:
        found.append(content)

    draw()
    return tuple(found)
