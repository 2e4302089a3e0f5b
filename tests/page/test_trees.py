from tawatur.page.cards import Cards
from tawatur.page.trees import Branch, tree
from tawatur.wording.messages import Messages
from tests.page.examples import reading


def drawn(branches: list[Branch]) -> list[object]:
    return [
        (branch.kind, branch.name.text, [(one.text, one.target) for one in branch.said], *drawn(branch.branches)) for branch in branches
    ]


def test_the_tree_goes_from_the_outlet_to_those_who_speak() -> None:
    view = reading()
    assert drawn(tree(view, Cards(view, Messages("en"), "d1-"))) == [
        (
            "outlet", "صحيفة المثال", [("affirms", "d1-s2")],
            ("agency", "الفرات", [], ("person", "سامي الجبوري", [("says", "d1-s1")])),
        )
    ]  # fmt: skip


def test_chains_share_their_links() -> None:
    first = reading()
    view = type(first)(first.document, statements=first.statements[:1] * 2)
    (outlet,) = tree(view, Cards(view, Messages("ar"), "d1-"))
    assert [one.target for one in outlet.branches[0].branches[0].said] == ["d1-s1", "d1-s2"]


def test_a_report_without_statements_has_no_tree() -> None:
    view = type(reading())(reading().document)
    assert tree(view, Cards(view, Messages("ar"), "d1-")) == []
