from tawatur.reconciling.wordings import skeleton, wording


def forms(text: str) -> list[str]:
    return [word.form for word in wording(text).words]


def test_words_that_only_join_others_are_left_out() -> None:
    assert forms("افتتاح حديقة في طنجة") == ["افتتاح", "حديقه", "طنجه"]


def test_a_name_of_several_words_is_one_word() -> None:
    found = wording("زيارة إلى الولايات المتحدة").words[1]
    assert (found.form, found.kind) == ("الولايات المتحده", "country")
    assert "us" in found.names


def test_an_adjective_of_nationality_names_the_country() -> None:
    (found,) = (word for word in wording("سفينة يونانية").words if word.names)
    assert found.names & wording("اليونان").words[0].names


def test_a_capital_may_stand_for_its_country() -> None:
    assert "gr" in wording("أثينا").words[0].names


def test_numbers_in_words_and_digits_have_a_value() -> None:
    assert [word.number for word in wording("ثلاثة زوارق و25 صيادا").words if word.number] == [3, 25]


def test_an_ordinal_counts_nothing() -> None:
    assert all(word.number is None for word in wording("الزورق الثالث").words)


def test_words_have_senses_in_all_their_forms() -> None:
    assert all("rise" in wording(text).words[0].senses for text in ("ارتفاع", "الارتفاع", "ترتفع", "ارتفعت", "بارتفاع"))


def test_a_phrase_is_found_before_its_words() -> None:
    assert "above" in wording("أكثر من مرة").words[0].senses


def test_marks_are_counted_and_are_no_words() -> None:
    found = wording("هل ينفي الوزير أنه لم يوقع؟")
    assert dict(found.marks) == {"denial": 1, "negation": 1, "question": 1}
    assert [word.form for word in found.words] == ["الوزير", "يوقع"]


def test_verbs_are_told_from_nouns() -> None:
    assert [word.verbal for word in wording("يهبط الذهب").words] == [True, False]
    assert not wording("هبوط الذهب").words[0].verbal


def test_a_verb_and_its_noun_share_a_skeleton() -> None:
    assert skeleton("يرتفع") == skeleton("ارتفاع")
    assert skeleton("معتقل") == skeleton("اعتقال")
    assert skeleton("مقتل") == skeleton("يقتل")
    assert skeleton("ارتفاع") != skeleton("انخفاض")


def test_nothing_comes_of_no_words() -> None:
    assert wording("!؟ …").words == ()
