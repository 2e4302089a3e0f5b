"""The graph of chains, where it is drawn, how it is folded, and its words: `web/graph*.py`."""

import msgspec
import pytest

from tawatur.ledger.briefs import Brief
from tawatur.model import Link
from tawatur.reconciling.chains import Chains
from tawatur.web.graph import Graph, Step, Strand, graph, strands
from tawatur.web.graph_drawing import direction, picture, source_address
from tawatur.web.graph_folding import MORE, MOST, folded
from tawatur.web.graph_layout import BELOW, HEIGHT, WIDTH, layout
from tawatur.wording.messages import Language, Messages

RIVER = Link("agency", "وكالة النهر", "river")
SALIM = Link("person", "سالم", "salim", "statement")


def brief(number: int, outlet: str, *links: Link, copied: str | None = None) -> Brief:
    chain = (Link("outlet", outlet), *links)
    about = (f"d{number}", outlet, "عنوان", "2020-03-15", "actual", "0" * 64, "reports.jsonl")
    return Brief(f"d{number}:e1", "mention", *about, copied and "d0", copied, chain)


def chains(*groups: tuple[int, ...]) -> Chains:
    return Chains(1, len(groups), groups=tuple(tuple(f"d{number}:e1" for number in group) for group in groups))


def way(number: int, *names: str, band: int = 0) -> Strand:
    steps = [Step(name, "outlet" if place == 0 else "agency", name) for place, name in enumerate(names)]
    return Strand((number,), band, tuple(steps))


def shape(found: Graph) -> set[tuple[str, str]]:
    return {(edge.one.step.name, edge.other.step.name) for edge in found.edges}


class Reader:
    """Stands in for a viewer."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.say = Messages(language)

    def link(self, kind: str, identifier: str = "", /) -> str:
        return f"/{kind}/{identifier}"


def test_accounts_share_what_they_passed_through() -> None:
    told = [brief(1, "المرايا", RIVER, SALIM), brief(2, "الضفة", RIVER, SALIM)]
    found = graph(strands(told, chains((1, 2))))
    assert shape(found) == {("المرايا", "وكالة النهر"), ("الضفة", "وكالة النهر"), ("وكالة النهر", "سالم")}
    assert [(node.step.name, node.numbers, node.depth) for node in found.nodes] == [
        ("المرايا", [1], 0), ("وكالة النهر", [1, 2], 1), ("سالم", [1, 2], 2), ("الضفة", [2], 0),
    ]  # fmt: skip
    assert {edge.media for edge in found.edges if edge.other.step.name == "سالم"} == {("statement",)}


def test_each_chain_is_a_band_with_links_of_its_own() -> None:
    told = [brief(1, "المرايا", RIVER), brief(2, "المرايا", SALIM), brief(3, "الضفة", RIVER)]
    found = graph(strands(told, chains((2,), (1, 3))))
    assert found.bands == 2
    assert [(node.step.name, node.band) for node in found.nodes] == [
        ("المرايا", 0), ("وكالة النهر", 0), ("المرايا", 1), ("سالم", 1), ("الضفة", 0),
    ]  # fmt: skip


def test_numbers_go_on_from_the_first() -> None:
    assert [way.numbers for way in strands([brief(1, "أ"), brief(2, "ب")], chains((1,), (2,)), first=5)] == [(5,), (6,)]


def test_a_copy_leads_to_whose_text_it_is() -> None:
    found = graph(strands([brief(1, "المرايا", copied="الضفة")], chains((1,))))
    assert [(edge.other.step.name, edge.manner) for edge in found.edges] == [("الضفة", "copied")]
    through = graph(strands([brief(1, "المرايا", RIVER, copied="الضفة")], chains((1,))))
    assert shape(through) == {("المرايا", "وكالة النهر")}


def test_an_outlet_does_not_lead_to_itself() -> None:
    assert graph(strands([brief(1, "المرايا", Link("outlet", "المرايا"), copied="المرايا")], chains((1,)))).edges == ()


def test_an_account_without_a_chain_is_its_outlet() -> None:
    bare = msgspec.structs.replace(brief(1, "المرايا"), chain=(), outlet=None)
    assert [step.name for step in strands([bare], chains((1,)))[0].steps] == ["d1"]


def test_two_who_quote_each_other_make_no_ring() -> None:
    found = graph([way(1, "أ", "ب"), way(2, "ب", "أ")])
    assert shape(found) == {("أ", "ب"), ("ب", "أ")}
    assert len(found.nodes) == 3
    assert max(node.depth for node in found.nodes) < 3


def test_layers_are_by_the_longest_way() -> None:
    found = graph([way(1, "أ", "ج"), way(2, "ب", "أ", "ج")])
    assert {node.step.name: node.depth for node in found.nodes} == {"أ": 1, "ب": 0, "ج": 2}


@pytest.mark.parametrize("count", [1, 5, 40])
def test_nodes_do_not_lie_on_each_other(count: int) -> None:
    ways = [way(number, f"o{number}", *(["agency"] if number % 2 else []), f"s{number % 4}") for number in range(1, count + 1)]
    laid = layout(graph(ways), is_mirrored=False)
    boxes = [(one.x, one.y) for one in laid.nodes]
    assert all(
        abs(x - right) >= WIDTH or abs(y - low) >= HEIGHT + BELOW - 0.2
        for place, (x, y) in enumerate(boxes)
        for right, low in boxes[place + 1 :]
    )
    assert all(0 <= x <= laid.width - WIDTH and 0 <= y <= laid.height - HEIGHT for x, y in boxes)


def test_the_layout_is_always_the_same_and_has_few_crossings() -> None:
    ways = [way(1, "a", "x"), way(2, "b", "y"), way(3, "c", "x"), way(4, "d", "y")]
    laid = layout(graph(ways), is_mirrored=False)
    again = layout(graph(ways), is_mirrored=False)
    assert [(one.x, one.y) for one in laid.nodes] == [(one.x, one.y) for one in again.nodes]
    at = {one.node.step.name: one.y for one in laid.nodes}
    crossings = [
        (one, other)
        for one in laid.edges
        for other in laid.edges
        if (at[one.edge.one.step.name] - at[other.edge.one.step.name]) * (at[one.edge.other.step.name] - at[other.edge.other.step.name]) < 0
    ]
    assert crossings == []


def test_arabic_is_the_mirror_of_english() -> None:
    found = graph([way(1, "a", "x"), way(2, "b", "x", "y", band=1)])
    one, other = (layout(found, is_mirrored=is_mirrored) for is_mirrored in (False, True))
    assert [(round(one.width - box.x - WIDTH, 1), box.y) for box in one.nodes] == [(round(box.x, 1), box.y) for box in other.nodes]
    assert one.bands == other.bands
    assert one.bands[1].top > one.bands[0].height


def test_an_edge_that_skips_a_layer_passes_beside_its_nodes() -> None:
    laid = layout(graph([way(1, "a", "m", "z"), way(2, "b", "z")]), is_mirrored=False)
    skipping = next(one for one in laid.edges if one.edge.one.step.name == "b")
    assert skipping.path.count("C") + skipping.path.count("L") == 3


def test_few_accounts_are_drawn_one_by_one() -> None:
    ways = [way(number, f"o{number}", "agency") for number in range(1, MOST + 1)]
    assert folded(ways).ways == tuple(ways)
    assert (folded(ways).together, folded(ways).left_out) == (0, 0)


def test_of_very_many_those_alike_are_drawn_together() -> None:
    ways = [way(number, f"o{number}", "agency") for number in range(1, 101)]
    ways += [way(number, f"o{number}", band=number - 100) for number in range(101, 121)]
    found = folded(ways)
    assert found.together == 98
    assert [one.steps[0].kind for one in found.ways[:3]] == ["outlet", "outlet", MORE]
    assert found.ways[2].numbers == tuple(range(3, 101))
    assert found.left_out == 5
    assert max(one.band for one in found.ways) == 15


def test_accounts_of_few_outlets_are_not_folded() -> None:
    ways = [way(number, f"o{number % 3}", "agency") for number in range(1, 101)]
    assert folded(ways).together == 0


def test_the_words_of_a_drawing() -> None:
    told = [brief(1, "المرايا", SALIM), brief(2, "Reuters <b>", RIVER), brief(3, "المرايا", copied="الضفة")]
    found = picture(told, chains((1,), (2,), (3,)), Reader("en"))
    names = {box.name.whole: box for box in found.boxes}
    assert names["سالم"].name.direction == "rtl"
    assert names["Reuters <b>"].name.direction == "ltr"
    assert names["سالم"].below.text == "person · 1"
    assert [arrow.words.text for arrow in found.arrows if arrow.words] == ["statement", "copied text"]
    assert [room.heading.text for room in found.rooms] == ["Chain 1", "Chain 2", "Chain 3"]
    assert [(row.number, row.band) for row in found.rows] == [(1, 1), (2, 2), (3, 3)]
    assert picture(told, chains((1,), (2,), (3,)), Reader("ar")).rooms[0].heading.x > found.rooms[0].heading.x


def test_long_names_are_cut_and_kept_whole() -> None:
    found = picture([brief(1, "اسم طويل جدا " * 5)], chains((1,)), Reader("ar")).boxes[0]
    assert found.name.text.endswith("…")
    assert len(found.name.text) <= 25
    assert found.name.whole == ("اسم طويل جدا " * 5).strip()


def test_names_that_turn_or_hide_text_are_harmless() -> None:
    found = picture([brief(1, "a\u202eb\x00")], chains((1,)), Reader("en")).boxes[0]
    assert found.name.whole == "a b"


def test_folded_outlets_are_named_together() -> None:
    told = [brief(number, f"outlet {number}", RIVER) for number in range(1, 60)]
    found = picture(told, chains(tuple(range(1, 60))), Reader("en"))
    more = next(box for box in found.boxes if box.kind == MORE)
    assert more.name.text == "other outlets: 57"
    assert more.href is None
    assert more.name.whole.startswith("outlet 3 · outlet 4")
    assert more.below.text.endswith("…")
    assert len(found.rows) == 59


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (Link("outlet", "الضفة/أ"), "/sources/outlet/الضفة/أ"), (RIVER, "/sources/agency/river"), (SALIM, "/sources/speaker/salim"),
        (Link("anonymous", "مصدرٌ أمني"), "/sources/speaker/مصدر امني"), (Link("document", "بيان"), None),
    ],
)  # fmt: skip
def test_where_a_link_leads(link: Link, address: str | None) -> None:
    assert source_address(Reader("ar"), link) == address


@pytest.mark.parametrize(("text", "expected"), [("12 سالم", "rtl"), ("«CNN» قناة", "ltr"), ("12", "rtl"), ("", "rtl")])
def test_the_first_letter_tells_the_direction(text: str, expected: str) -> None:
    assert direction(text, "rtl") == expected
