"""Each kind of fault is found in a small made-up pack, and none in the packs that ship."""

from pathlib import Path
from time import perf_counter

import pytest

from tawatur.packs.check import Problem, check_packs, list_packs

COUNTRIES = "id\tar\ten\tnisba\tcapital_ar\tcapital_en\tregion\tlat\tlon\nzz\tزمردة\tZumurruda\tزمردي\tياقوتة\tYaquta\tAsia\t10\t20\n"
PLACES = "id\tar\ten\tkind\tadmin1\tcountry\tlat\tlon\tcommon\tclitics"


def problems(folder: Path, **tables: str) -> list[Problem]:
    """What is wrong with a pack `made` of these tables, beside a sound table of one country."""
    for pack, table, text in [("world", "countries", COUNTRIES), *(("made", table, text) for table, text in tables.items())]:
        (folder / pack).mkdir(exist_ok=True)
        (folder / pack / f"{table}.tsv").write_text(text, encoding="utf-8")
    return check_packs(folder)


def test_the_packs_that_ship_are_sound() -> None:
    assert [str(problem) for problem in check_packs()] == []


def test_checking_is_quick() -> None:
    started = perf_counter()
    check_packs()
    assert perf_counter() - started < 10


def test_a_sound_pack_has_no_problem(tmp_path: Path) -> None:
    lines = ("wadi\tالوادي الهادئ|وادي الهدوء\tWadi\ttown\tالشمال\tzz\t10.5\t-20\tyes\tnone", "tal\tتل السكون\tTal\tvillage\t\tzz\t0\t0")
    assert problems(tmp_path, places="\n".join(("# Places.", PLACES, "", *lines))) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("\tتل السكون\tTal\ttown", "the id is missing"),
        ("tal hill\tتل السكون\tTal\ttown", "the id «tal hill» is malformed"),
        ("tal\tتل السكون\t\ttown", "the en is missing"),
        ("tal\tتل السكون\tTal", "the kind is missing"),
        ("tal\tتل السكون\tTal\tmetropolis", "the kind «metropolis» is unknown"),
        ("tal\tتل السكون\tTal\ttown\t\tqq", "the country «qq» is unknown"),
        ("tal\tتل السكون\tTal\ttown\t\tzz\tten\t20", "the lat «ten» is no decimal"),
        ("tal\tتل السكون\tTal\ttown\t\tzz\t95\t20", "the lat 95 is out of range"),
        ("tal\tتل السكون\tTal\ttown\t\tzz\t5\t-180.5", "the lon -180.5 is out of range"),
        ("tal\tتل السكون\tTal\ttown\t\tzz\t5\t20\tperhaps", "the common «perhaps» is unknown"),
        ("tal\tتل السكون\tTal\ttown\t\tzz\t5\t20\t\t\tmore", "11 cells, but 10 columns"),
        ("tal\tﺗﻞ السكون\tTal\ttown", "«ﺗﻞ السكون» has presentation forms of letters"),
        ("tal\tـــ\tTal\ttown", "«ـــ» can never match: it has no word"),
        ("tal\tتل، السكون\tTal\ttown", "«تل، السكون» can never match: punctuation parts its words"),
        ("tal\tتل السكون:\tTal\ttown", "the punctuation at an end of «تل السكون:» is not looked at"),
        ("tal\tإربل|اربل\tTal\ttown", "«اربل» is here twice, hamzas and marks aside"),
    ],
)
def test_a_fault_of_one_line_is_found(tmp_path: Path, line: str, what: str) -> None:
    found = problems(tmp_path, places=f"{PLACES}\n{line}\n")
    assert [(problem.where, problem.what) for problem in found] == [("made/places.tsv:2", what)]
    assert all(problem.do for problem in found)


def test_the_words_of_a_name_may_be_quoted_or_dashed(tmp_path: Path) -> None:
    assert problems(tmp_path, places=f"{PLACES}\ntal\tتل-السكون|تل «الهدوء» الكبير\tTal\ttown\n") == []


def test_a_doubled_id_is_found_across_packs(tmp_path: Path) -> None:
    (tmp_path / "another").mkdir()
    (tmp_path / "another" / "places.tsv").write_text(f"{PLACES}\ntal\tتل البعد\tTal\ttown\n", encoding="utf-8")
    found = problems(tmp_path, places=f"{PLACES}\ntal\tتل السكون\tTal\ttown\n")
    assert [(problem.where, problem.what) for problem in found] == [
        ("made/places.tsv:2", "the id «tal» is also that of another/places.tsv:2")
    ]


def test_places_of_one_name_must_differ_in_country_or_region(tmp_path: Path) -> None:
    lines = (
        "tal-a\tتل السكون\tTal\ttown\tالشمال\tzz",
        "tal-b\tتل السكون\tTal\ttown\tالجنوب\tzz",
        "tal-c\tتلّ السُكون\tTal\ttown\tالجنوب\tzz",
    )
    found = problems(tmp_path, places="\n".join((PLACES, *lines)))
    assert [(problem.where, problem.what) for problem in found] == [("made/places.tsv:4", "«تل السكون» is also in made/places.tsv:3")]


def test_a_verb_is_doubled_only_in_one_class(tmp_path: Path) -> None:
    header = "id\ttype\tmode\tstrength\tverb"
    lines = ("a\tASSAULT\taerial\tstrong\tقصف/يقصف", "b\tASSAULT\tdrone\tstrong\tقصف/يقصف", "c\tASSAULT\tdrone\tstrong\tقصف/يقصف")
    found = problems(tmp_path, triggers="\n".join((header, *lines)))
    assert [(problem.where, problem.what) for problem in found] == [("made/triggers.tsv:4", "«قصف/يقصف» is also in made/triggers.tsv:3")]


def test_values_of_records_are_known(tmp_path: Path) -> None:
    found = problems(tmp_path, triggers="id\ttype\tmode\tstrength\tnoun\na\tATTACK\taerial\tstrong\tغارة/غارات\n")
    assert [problem.what for problem in found] == ["the type «ATTACK» is unknown"]
    assert "ASSAULT" in found[0].do


def test_one_of_several_columns_of_words_is_enough(tmp_path: Path) -> None:
    header = "id\ttype\tmode\tstrength\tnoun\tverb"
    found = problems(tmp_path, triggers=f"{header}\na\tAID\t\tstrong\tإغاثة/-\nb\tAID\t\tstrong\n")
    assert [(problem.where, problem.what) for problem in found] == [("made/triggers.tsv:3", "none of noun, masdar, verb, ar is filled")]


def test_an_unknown_parent_is_found(tmp_path: Path) -> None:
    header = "id\tkind\tar\ten\tcountry\tparent"
    lines = (
        "staff\tmilitary\tهيئة الركن\tStaff\tzz",
        "guard\tmilitary\tحرس الوادي\tGuard\tzz\tstaff",
        "scouts\tmilitary\tكشافة الوادي\tScouts\tzz\tnone",
    )
    found = problems(tmp_path, actors="\n".join((header, *lines)))
    assert [(problem.where, problem.what) for problem in found] == [("made/actors.tsv:4", "the parent «none» is unknown")]


@pytest.mark.parametrize(
    ("table", "text", "what"),
    [
        ("weekdays", "id\tday\tar\na\t8\tيوم الراحة\n", "the day 8 is out of range"),
        ("weekdays", "id\tday\tar\na\t٣\tيوم الراحة\n", "the day «٣» is no integer"),
        ("time_events", "id\tdate\tar\na\t2020-02-30\tيوم الفيضان\n", "the date «2020-02-30» is no day"),
        ("grammar", "id\tword\nof\tمن|؟\n", "«؟» can never match: it has no word"),
        ("weekdays", "id\tday\tar\tmood\na\t3\tيوم الراحة\tgood\n", "no reader asks for a column «mood»"),
        ("moods", "id\tmood\na\tgood\n", "no reader asks for a table «moods»"),
    ],
)
def test_faults_of_other_tables_are_found(tmp_path: Path, table: str, text: str, what: str) -> None:
    assert [problem.what for problem in problems(tmp_path, **{table: text})] == [what]


def test_a_number_in_arabic_digits_is_written_in_ascii(tmp_path: Path) -> None:
    found = problems(tmp_path, weekdays="id\tday\tar\na\t\u0663\tيوم الراحة\n")
    assert [problem.do for problem in found] == ["write it in ASCII digits"]


OUTLETS = "id\tkind\tar\ten\tdomains\tcountry\tcommon\tfamily\tcalendar"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("noor\toutlet\tالنور\tNoor\twww.noor.example\tzz", "the domain «www.noor.example» is malformed"),
        ("noor\toutlet\tالنور\tNoor\tnoor\tzz", "the domain «noor» is malformed"),
        ("noor\toutlet\tالنور\tNoor\thttps://noor.example/\tzz", "the domain «https://noor.example/» is malformed"),
        ("noor\toutlet\tالنور\tNoor\tnoor.example|ar.noor.example\tzz", "the domain «ar.noor.example» is dead: it lies in «noor.example»"),
        ("noor\toutlet\tالنور\tNoor\tsahl.example\tzz", "the domain «sahl.example» is also in made/outlets.tsv:2"),
        ("noor\toutlet\tالنور\tNoor\tnoor.example\tqq", "the country «qq» is unknown"),
        ("noor\toutlet\tالنور\tNoor\tnoor.example\tzz\t\tclan", "the family «clan» is unknown"),
        ("noor\toutlet\tالنور\tNoor\tnoor.example\tzz\t\tkin\tjulian", "the calendar «julian» is unknown"),
    ],
)
def test_faults_of_outlets_are_found(tmp_path: Path, line: str, what: str) -> None:
    known = "sahl\toutlet\tالسهل\tSahl\tsahl.example|news.example\tzz\t\tkin\tlevantine"
    found = problems(tmp_path, families="id\ten\nkin\tKin\n", outlets=f"{OUTLETS}\n{known}\n{line}\n")
    assert [(problem.where, problem.what) for problem in found] == [("made/outlets.tsv:3", what)]


def test_problems_come_in_the_order_of_the_lines(tmp_path: Path) -> None:
    lines = [f"place-{number}\tموضع {number}\tPlace\tmetropolis" for number in range(12)]
    assert [problem.where for problem in problems(tmp_path, places="\n".join((PLACES, *lines)))] == [
        f"made/places.tsv:{number}" for number in range(2, 14)
    ]


def test_packs_are_listed_with_their_tables(tmp_path: Path) -> None:
    problems(tmp_path, places=f"# Places.\n{PLACES}\ntal\tتل السكون\tTal\ttown\n\nwad\tوادي السكون\tWad\ttown\n", moods="id\n")
    assert [(pack.name, pack.tables, pack.lines) for pack in list_packs(tmp_path)] == [
        ("made", {"moods": 0, "places": 2}, 2),
        ("world", {"countries": 1}, 1),
    ]


def test_the_packs_that_ship_are_listed() -> None:
    packs = {pack.name: pack for pack in list_packs()}
    assert {"ar", "world", "iraq", "syria", "yemen"} <= packs.keys()
    assert packs["syria"].tables["places"] > 500
    assert "places" not in packs["ar"].tables
