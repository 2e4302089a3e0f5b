import pytest

from tawatur.web.sentences import isolated_parts, sentence


def test_quotations_and_dates_have_a_direction_of_their_own() -> None:
    assert sentence("قال «نعم» بتاريخ 2020-03-14.") == 'قال «<bdi>نعم</bdi>» بتاريخ <bdi dir="ltr">2020-03-14</bdi>.'
    assert isolated_parts("قال «نعم» في 2020-03.") == "قال «\u2068نعم\u2069» في \u20662020-03\u2069."


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "«<script>alert(1)</script>»", '" onmouseover="x'])
def test_what_is_outside_is_harmless(text: str) -> None:
    found = str(sentence(text))
    assert "<script" not in found
    assert '"' not in found


def test_what_turns_text_is_shown() -> None:
    assert "U+202E" in sentence("a\u202eb")


@pytest.mark.parametrize("name", ["event-0641f52c8a77a051", "a:e1", "d95d297f398245f89:e549"])
def test_ids_are_read_from_left_to_right(name: str) -> None:
    assert f'<bdi dir="ltr">{name}</bdi>' in sentence(f"الرواية {name} هنا")


def test_a_date_after_and() -> None:
    assert sentence("وقتان: 2020-03-11 و2020-03-13").endswith('و<bdi dir="ltr">2020-03-13</bdi>')


def test_a_sign_stays_before_its_number() -> None:
    assert sentence("المكان +1.6، والأرقام -0.3") == 'المكان <bdi dir="ltr">+1.6</bdi>، والأرقام <bdi dir="ltr">-0.3</bdi>'


def test_plain_words_stay() -> None:
    assert sentence("3-5 قتلى") == '<bdi dir="ltr">3-5</bdi> قتلى'
    assert sentence("no quotes here") == "no quotes here"
