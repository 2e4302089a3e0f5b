from typing import get_args

import pytest
from jinja2 import Environment

from tawatur.web import sentences
from tawatur.web.sentences import isolated_parts, said
from tawatur.wording.messages import Digits, Language, Messages


def sentence(text: str, language: Language = "ar", digits: Digits = "latn") -> str:
    return str(sentences.sentence(text, Messages(language, digits, "first")))


def test_quotations_and_dates_have_a_direction_of_their_own() -> None:
    assert sentence("قال «نعم» بتاريخ 2020-03-14.") == 'قال «<bdi>نعم</bdi>» بتاريخ <span class="date">السبت 14 مارس 2020</span>.'
    assert isolated_parts("قال «نعم» في 2020-03.") == "قال «\u2068نعم\u2069» في \u20662020-03\u2069."


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "«<script>alert(1)</script>»", '" onmouseover="x'])
def test_what_is_outside_is_harmless(text: str) -> None:
    found = sentence(text)
    assert "<script" not in found
    assert '"' not in found


def test_what_turns_text_is_shown() -> None:
    assert "U+202E" in sentence("a\u202eb")


@pytest.mark.parametrize("name", ["event-0641f52c8a77a051", "a:e1", "d95d297f398245f89:e549"])
def test_ids_are_read_from_left_to_right(name: str) -> None:
    assert f'<bdi dir="ltr">{name}</bdi>' in sentence(f"الرواية {name} هنا")


def test_a_date_after_and() -> None:
    assert sentence("وقتان: 2020-03-11 و2020-03-13").endswith('و<span class="date">الجمعة 13 مارس 2020</span>')


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("[2018-03-16,2018-03-17]", "Friday 16 March 2018 or Saturday 17 March 2018"),
        ("2018-01/2018-03", "January 2018 to March 2018"),
        ("2020-03~", "about March 2020"),
    ],
)
def test_dates_are_told_with_their_precision(edtf: str, words: str) -> None:
    assert sentence(f"the attack of {edtf} happened", "en") == f'the attack of <span class="date">{words}</span> happened'


def test_digits_are_those_that_the_viewer_reads_but_for_quotations_and_ids() -> None:
    shown = sentence("33 بحسب «اللواء 12» في event-12ab، أي +1.6", digits="arab")
    assert shown == '٣٣ بحسب «<bdi>اللواء 12</bdi>» في <bdi dir="ltr">event-12ab</bdi>، أي <bdi dir="ltr">+١.٦</bdi>'


def test_a_sign_stays_before_its_number() -> None:
    assert sentence("المكان +1.6، والأرقام -0.3") == 'المكان <bdi dir="ltr">+1.6</bdi>، والأرقام <bdi dir="ltr">-0.3</bdi>'


def test_plain_words_stay() -> None:
    assert sentence("3-5 قتلى") == '<bdi dir="ltr">3-5</bdi> قتلى'
    assert sentence("no quotes here") == "no quotes here"


@pytest.mark.parametrize(("text", "words"), [("3 قتلى في 2020-03", "مارس"), ("3 killed in 2020-03: «قتلى»", "March")])
def test_a_page_says_dates_in_the_language_of_the_sentence(text: str, words: str) -> None:
    for language in get_args(Language):
        page = Environment().from_string("")
        assert words in said(page.new_context({"say": Messages(language, "latn", "first")}), text)
