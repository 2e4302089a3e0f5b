from tawatur.reconciling.parties import english, is_anyone, key_of, one_side, party, related, speaks_for


def test_spellings_of_an_unknown_name_share_a_key() -> None:
    assert key_of("كتائب الفجر", None) == key_of("كتائب  الفجـر", "~كتايب-فجر")


def test_a_known_id_is_its_own_key() -> None:
    assert key_of("أي اسم", "some-body") == "some-body"


def test_an_arm_named_after_its_country_is_related_to_it() -> None:
    assert related(party("القوات النرويجية", None), party("الجيش النرويجي", None))


def test_two_groups_with_only_common_words_alike_are_not_related() -> None:
    assert not related(party("كتائب الفجر", None), party("كتائب النسر", None))


def test_people_without_a_name_are_anyone() -> None:
    assert is_anyone("مدنيين", None)
    assert is_anyone("طفل", None)
    assert not is_anyone("كتائب الفجر", None)


def test_an_unknown_name_stays_as_written_in_english() -> None:
    assert english(None, "كتائب الفجر") == "«كتائب الفجر»"


def test_a_capital_and_an_unknown_body_of_a_state_speak_for_the_state() -> None:
    assert "ir" in speaks_for("tehran")
    assert "ir" in speaks_for(key_of("بعثة إيران لدى الأمم المتحدة", None))
    assert "tr" not in speaks_for(key_of("كتائب الفجر", None))


def test_arms_of_one_state_are_one_side() -> None:
    army, police = party("الجيش العراقي", "iraqi-army"), party("الشرطة العراقية", None, "police")
    assert one_side(army, police)
    assert not one_side(army, party("كتائب الفجر", None, "armed_group"))
