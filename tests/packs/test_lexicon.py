"""Matching with a small lexicon of our own: clitics, the longest first, punctuation, inflection."""

import pytest

from tawatur.packs.lexicon import Hit, Lexicon, load_lexicon
from tawatur.packs.tables import Row
from tawatur.text.tokens import Tokens


def lexicon(**tables: dict[str, dict[str, str]]) -> Lexicon:
    """A lexicon of tables, each a mapping of ids to cells."""
    rows = [Row(table, "made", 1, {"id": key, **cells}) for table, lines in tables.items() for key, cells in lines.items()]
    return Lexicon(iter(rows))


def found(known: Lexicon, text: str) -> list[tuple[str, str]]:
    """The text of each hit, and what it is."""
    tokens = Tokens(text)
    return [(tokens.slice(hit.first, hit.stop), hit.entry.id) for hits in known.scan(tokens) for hit in hits]


@pytest.fixture
def places() -> Lexicon:
    return lexicon(
        places={
            "wadi": {"ar": "الوادي|وادي الهدوء"},
            "wadi-bridge": {"ar": "جسر الوادي الكبير"},
            "bridge": {"ar": "جسر"},
            "yaquta": {"ar": "ياقوتة"},
        }
    )


@pytest.mark.parametrize(
    ("text", "pro"),
    [("ياقوتة", ""), ("وياقوتة", "و"), ("بياقوتة", "ب"), ("لياقوتة", "ل"), ("وبياقوتة", "وب"), ("فلياقوتة", "فل"), ("ياقوته", "")],
)
def test_a_name_is_found_with_what_is_written_before_it(places: Lexicon, text: str, pro: str) -> None:
    ((hit,),) = places.scan(Tokens(text))
    assert (hit.entry.id, hit.pro, hit.enc) == ("yaquta", pro, "")


def test_the_article_joins_with_a_preposition(places: Lexicon) -> None:
    ((hit,),) = places.scan(Tokens("للوادي"))
    assert (hit.entry.id, hit.pro) == ("wadi", "ل")


def test_a_name_takes_no_pronoun_and_no_future_letter(places: Lexicon) -> None:
    assert found(places, "ياقوتتهم") == []
    assert found(places, "سياقوتة") == []


def test_the_longest_comes_first(places: Lexicon) -> None:
    assert found(places, "فوق جسر الوادي الكبير") == [("جسر الوادي الكبير", "wadi-bridge"), ("جسر", "bridge"), ("الوادي", "wadi")]


@pytest.mark.parametrize(
    "text", ["جسر «الوادي الكبير»", 'جسر "الوادي" الكبير', "جسر الوادي-الكبير", "جسر_الوادي_الكبير", "جِسْر الوادي الكبير"]
)
def test_quotes_dashes_and_marks_do_not_part_a_name(places: Lexicon, text: str) -> None:
    assert ("wadi-bridge" in {name for _, name in found(places, text)}) is True


@pytest.mark.parametrize(
    "text", ["جسر، الوادي الكبير", "جسر. الوادي الكبير", "جسر\nالوادي الكبير", "جسر (الوادي) الكبير", "جسر: الوادي الكبير"]
)
def test_other_punctuation_does(places: Lexicon, text: str) -> None:
    assert "wadi-bridge" not in {name for _, name in found(places, text)}


def test_a_whole_word_rules_out_letters_before_a_shorter_one() -> None:
    known = lexicon(places={"tal": {"ar": "تل"}, "watal": {"ar": "وتل"}})
    assert found(known, "وتل") == [("وتل", "watal")]


def test_a_table_that_sorts_words_of_others_rules_nothing_out() -> None:
    known = lexicon(places={"tal": {"ar": "تل"}}, contents={"watal": {"ar": "وتل"}})
    assert sorted(name for _, name in found(known, "وتل")) == ["tal", "watal"]


@pytest.mark.parametrize(("limit", "expected"), [("none", []), ("conjunction", ["و"]), ("", ["و", "ب"])])
def test_an_entry_may_limit_its_clitics(limit: str, expected: list[str]) -> None:
    known = lexicon(places={"tal": {"ar": "نجدة", "clitics": limit}})
    hits = [hit for text in ("ونجدة", "بنجدة") for hits in known.scan(Tokens(text)) for hit in hits]
    assert [hit.pro for hit in hits] == expected


@pytest.mark.parametrize(
    ("text", "tag", "pro", "enc"),
    [
        ("غارة", "sg", "", ""),
        ("الغارات", "pl.def", "", ""),
        ("غاراتها", "pl", "", "ها"),
        ("بغارتين", "du", "ب", ""),
        ("غارته", "sg", "", "ه"),
        ("وللغارة", "sg.def", "ول", ""),
    ],
)
def test_nouns_are_inflected(text: str, tag: str, pro: str, enc: str) -> None:
    hits = lexicon(triggers={"raid": {"noun": "غارة/غارات"}}).scan(Tokens(text))[0]
    assert (tag, pro, enc) in [(hit.tag, hit.pro, hit.enc) for hit in hits]


@pytest.mark.parametrize(
    ("text", "tag"), [("قصفت", "perf.fs"), ("ستقصف", "impf.fs"), ("وقصفوا", "perf.mp"), ("يقصفون", "impf.mp"), ("قصفها", "perf.ms")]
)
def test_verbs_are_inflected(text: str, tag: str) -> None:
    hits = lexicon(triggers={"shell": {"verb": "قصف/يقصف"}}).scan(Tokens(text))[0]
    assert tag in [hit.tag for hit in hits]


def test_a_noun_without_a_plural_adds_no_form() -> None:
    known = lexicon(counted={"death": {"noun": "وفاة/-"}})
    assert found(known, "ال - وفاة") == [("وفاة", "death")]


def test_an_adjective_of_nationality_agrees() -> None:
    known = lexicon(countries={"zz": {"ar": "زمردة", "nisba": "زمردي"}})
    assert [(hit.column, hit.tag) for hit in known.scan(Tokens("الزمردية"))[0]] == [("nisba", "adj.fs.def")]


def test_an_entry_is_looked_up_by_table_and_id(places: Lexicon) -> None:
    entry = places.entry("places", "wadi")
    assert entry is not None
    assert (entry.layer, entry.get("ar"), entry.get("lat", "unknown")) == ("places", "الوادي|وادي الهدوء", "unknown")
    assert places.entry("places", "none") is None
    assert places.entry("none", "wadi") is None
    assert places.layer("places").keys() == {"wadi", "wadi-bridge", "bridge", "yaquta"}


def test_a_line_without_an_id_goes_by_its_place() -> None:
    known = Lexicon(iter([Row("stopwords", "made", 7, {"ar": "لكن"})]))
    assert known.layer("stopwords").keys() == {"made/stopwords.tsv:7"}


def test_the_packs_that_ship_are_compiled_once() -> None:
    assert load_lexicon() is load_lexicon()
    tokens = Tokens("قصف الطيران مدينة الموصل")
    hits: list[list[Hit]] = load_lexicon().scan(tokens)
    assert len(hits) == len(tokens)
    assert "mosul" in {hit.entry.id for hit in hits[3]}


@pytest.mark.parametrize(
    ("text", "place"), [("قصف ديرسنبل", "deir-sunbul"), ("غادر إسلامآباد", "islamabad"), ("دخل خانيونس", "khan-yunis")]
)
def test_names_of_places_are_known_without_their_blank(text: str, place: str) -> None:
    hits = load_lexicon().scan(Tokens(text))[1]
    assert [hit.entry.id for hit in hits if hit.layer == "places"] == [place]
