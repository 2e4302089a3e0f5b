from tawatur.reconciling.accounts import account
from tawatur.reconciling.explanations import Text
from tawatur.reconciling.sides import Scene, differing, disagreement, stand

from .build import outlet, person

ACCOUNTS = {
    "a:e1": account("a:e1", "a", "a", (outlet("الضفة"),)),
    "b:e1": account("b:e1", "b", "b", (outlet("المدار"), person("سعيد"))),
    "b:s1": account("b:s1", "b", "b", (outlet("المدار"), person("سعيد"))),
}
FOUR = stand(Text("4", "4"), ["a:e1"], [], ACCOUNTS)
NINE = stand(Text("9", "9"), ["b:e1"], ["b:s1"], ACCOUNTS)


def test_sides_stand_in_the_same_order_whatever_order_they_come_in() -> None:
    scene = Scene(Text("عدد", "count"), ("killed",), ("event",))
    found = disagreement("figure", scene, [NINE, FOUR], differing(scene.about, [NINE, FOUR]))
    assert found == disagreement("figure", scene, [FOUR, NINE], differing(scene.about, [FOUR, NINE]))
    assert [side.position for side in found.sides] == ["4", "9"]
    assert found.explanation["ar"] == "تختلف الروايات في عدد: 4 بحسب الضفة، و9 بحسب سعيد."


def test_a_mention_and_the_statement_that_tells_it_are_one_chain() -> None:
    scene = Scene(Text("عدد", "count"))
    found = disagreement("figure", scene, [FOUR, NINE], Text("", ""))
    nine = found.sides[1]
    assert (nine.mentions, nine.statements, nine.documents) == (("b:e1",), ("b:s1",), ("b",))
    assert (nine.chains_min, nine.chains_max) == (1, 1)


def test_the_id_depends_on_what_it_is_about_and_not_on_who_says_what() -> None:
    scene, other = Scene(Text("عدد", "count"), ("killed",), ("event",)), Scene(Text("عدد", "count"), ("injured",), ("event",))
    one = disagreement("figure", scene, [FOUR, NINE], Text("", ""))
    assert one.id == disagreement("figure", scene, [FOUR], Text("", "")).id
    assert one.id != disagreement("figure", other, [FOUR, NINE], Text("", "")).id
