import csv
from pathlib import Path

import pytest

from tawatur.packs.tables import table_rows
from tawatur.reconciling.alignment import Alignment
from tawatur.reconciling.stances import STANCES, agreement, probabilities, stance_of
from tawatur.reconciling.stances_features import ordered, stance_features
from tawatur.reconciling.wordings import wording

COMPOSED = Path(__file__).with_name("stance_pairs.tsv")
FLOORS = {"agree": 0.9, "disagree": 0.9, "other": 0.85}


def pairs() -> list[dict[str, str]]:
    lines = [line for line in COMPOSED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def aligned(one: str, other: str) -> Alignment:
    return ordered(wording(one), wording(other))


def features(one: str, other: str) -> frozenset[str]:
    return stance_features(aligned(one, other))


def kinds(one: str, other: str) -> set[str]:
    return {reason.kind for reason in stance_of(one, other).reasons}


@pytest.mark.parametrize("stance", STANCES)
def test_of_the_composed_pairs_of_each_stance_most_are_told(stance: str) -> None:
    own = [row for row in pairs() if row["stance"] == stance]
    right = sum(stance_of(row["one"], row["other"]).label == stance for row in own)
    assert right / len(own) >= FLOORS[stance]


@pytest.mark.parametrize("row", pairs(), ids=lambda row: row["one"])
def test_it_does_not_matter_which_is_given_first(row: dict[str, str]) -> None:
    assert stance_of(row["one"], row["other"]) == stance_of(row["other"], row["one"])


def test_a_claim_agrees_with_itself() -> None:
    found = stance_of("افتتاح حديقة عامة في طنجة", "افتتاح حديقة عامة في طنجة")
    assert found.label == "agree"
    assert found.probability > 0.9


def test_an_opposite_in_the_same_place_disagrees() -> None:
    found = features("ارتفاع منسوب مياه السد", "انخفاض منسوب مياه السد")
    assert {"opposites.1", "in_place.1", "opposite_of_same.only", "only.rise", "only.fall"} <= found
    assert stance_of("ارتفاع منسوب مياه السد", "انخفاض منسوب مياه السد").label == "disagree"


def test_opposites_that_changed_places_are_said_of_the_same() -> None:
    found = features("الذهب يكسب والفضة تخسر", "الذهب يخسر والفضة تكسب")
    assert {"opposite_of_same.only", "opposites.0"} <= found
    assert "opposite_of_same" in features("الذهب يكسب ويهبط", "الذهب يكسب ويصعد")


def test_what_is_said_of_one_thing_does_not_exclude_what_is_said_of_another() -> None:
    assert not {"opposite_of_same", "opposite_of_same.only"} & features("صعود الذهب وهبوط الفضة", "هبوط الفضة وصعود الذهب")


def test_another_number_is_told_from_the_same_number() -> None:
    assert "other_number" in features("غرق 7 زوارق قرب الميناء", "غرق ثلاثة زوارق قرب الميناء")
    assert "shared_number" in features("غرق 3 زوارق قرب الميناء", "غرق ثلاثة زوارق قرب الميناء")


def test_another_country_is_another_claim() -> None:
    assert "other_country" in features("زلزال في إيران", "زلزال في اليونان")
    assert "other_country" not in features("زلزال في إيران", "زلزال إيراني")


def test_a_denial_turns_the_claim_and_two_denials_do_not() -> None:
    assert {"sign_differs", "one_side.denial"} <= features("الوزير ينفي إقالة المدير", "الوزير يعلن إقالة المدير")
    both = features("الوزير ينفي إقالة المدير", "نفي وزاري لإقالة المدير")
    assert "sign_differs" not in both
    assert "both.denial" in both


def test_sides_that_changed_places_are_seen() -> None:
    assert "sides_swapped" in features("المغرب يهزم مصر", "مصر تهزم المغرب")
    assert "sides_swapped" not in features("المغرب يهزم مصر", "المغرب يهزم مصر في الرباط")


def test_a_word_that_turns_the_rest_is_counted() -> None:
    assert "turns.0.1" in features("النادي يرفض بيع المهاجم", "النادي يبيع المهاجم")


def test_a_question_is_no_statement() -> None:
    assert "one_side.question" in features("هل تغلق المدارس غدا؟", "المدارس تغلق غدا")


def test_reasons_name_the_words_in_both_languages() -> None:
    found = stance_of("ارتفاع منسوب مياه السد", "انخفاض منسوب مياه السد")
    told = {reason.kind: reason for reason in found.reasons}
    assert "«انخفاض»" in told["said"].ar
    assert "«ارتفاع»" in told["said"].en
    assert [reason.points for reason in found.reasons] == sorted((reason.points for reason in found.reasons), reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("غرق 7 زوارق قرب الميناء", "غرق 3 زوارق قرب الميناء", "numbers"),
        ("زلزال قوي في إيران", "زلزال قوي في اليونان", "names"),
        ("النادي ينفي بيع المهاجم", "النادي يعلن بيع المهاجم", "sign"),
        ("افتتاح حديقة عامة في طنجة", "افتتاح حديقة عامة في طنجة", "words"),
    ],
)
def test_each_kind_of_evidence_is_told(one: str, other: str, kind: str) -> None:
    assert kind in kinds(one, other)


def test_probabilities_sum_to_one_and_the_label_has_the_highest() -> None:
    for row in pairs():
        found = stance_of(row["one"], row["other"])
        assert sum(found.probabilities.values()) == pytest.approx(1, abs=0.001)
        assert found.probability == max(found.probabilities.values())
        assert agreement(row["one"], row["other"]) == found.probabilities["agree"]


def test_features_that_no_weight_knows_change_nothing() -> None:
    known = features("زلزال قوي في إيران", "زلزال قوي في اليونان")
    assert probabilities(known) == probabilities({*known, "unheard_of"})


def test_every_weight_is_of_a_feature_with_a_known_sense() -> None:
    senses = {row.get("id") for row in table_rows("senses")}
    told = {name.removeprefix("only.") for row in table_rows("stance_weights") if (name := row.get("feature")).startswith("only.")}
    assert told
    assert told <= senses
