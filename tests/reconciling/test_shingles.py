import msgspec

from tawatur.model import Document, Span, Statement, Zone
from tawatur.reconciling.shingles import body_shingles, longest_stretch, quotations, runs, sample, unpacked

from .copies import composed_texts, document, sample_texts

TEXT = "بدأت صباح اليوم أعمال ترميم الجسر القديم فوق النهر"


def plain(text: str, *zones: Zone) -> Document:
    return Document("a", "a.txt", text, "0", zones=zones)


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_one_hash_for_each_run_of_three_words_in_the_order_of_the_text() -> None:
    found = list(runs(plain(TEXT)))
    assert [TEXT[run.start : run.end].split() for run in found] == [TEXT.split()[n : n + 3] for n in range(7)]
    assert list(unpacked(body_shingles(plain(TEXT))).ordered) == [run.hash for run in found]


def test_a_run_most_of_which_is_quoted_is_not_in_the_documents_own_voice() -> None:
    found = list(runs(plain(TEXT), [span("أعمال ترميم الجسر")]))
    assert [run.own for run in found] == [True, True, False, False, False, True, True]
    kept = unpacked(body_shingles(plain(TEXT), [span("أعمال ترميم الجسر")]))
    assert (len(kept.whole), len(kept.own)) == (7, 4)


def test_runs_with_digits_are_marked_in_digits_of_any_script() -> None:
    kept = unpacked(body_shingles(plain("وصل ٤٠ عاملا إلى الجسر القديم صباح اليوم")))
    assert (len(kept.counted), len(kept.whole)) == (2, 6)


def test_zones_outside_the_body_are_cut_out_and_the_text_goes_on_behind_them() -> None:
    cut = span("اليوم أعمال ")
    left = TEXT.replace("اليوم أعمال ", "")
    assert body_shingles(plain(TEXT, Zone(cut.start, cut.end, "caption"))) == body_shingles(plain(left))


def test_marks_and_spacing_make_no_difference() -> None:
    assert body_shingles(plain(TEXT)) == body_shingles(plain(TEXT.replace("بدأت", "بَدأت").replace(" اليوم", "  اليـوم")))


def test_a_short_text_is_sampled_whole_and_a_long_one_thinly() -> None:
    short, long = document("a", composed_texts()[0]).shingles, document("b", " ".join(sample_texts())).shingles
    assert len(sample(short)) == len(unpacked(short).whole) - 2
    assert len(unpacked(long).whole) / 5 < len(sample(long)) < len(unpacked(long).whole) / 3.5


def test_an_extract_shares_of_its_sample_what_a_thin_sample_leaves() -> None:
    short, long = document("a", sample_texts()[3]).shingles, document("b", " ".join(sample_texts())).shingles
    shared = set(sample(short)) & set(sample(long))
    assert len(shared) > len(sample(short)) / 8


def test_the_longest_stretch_that_two_texts_share() -> None:
    assert longest_stretch([1, 2, 3, 4, 9, 5], [7, 4, 9, 1, 2, 3, 8]) == (0, 3, 3)
    assert longest_stretch([1, 2], [3, 4]) == (0, 0, 0)


def test_what_follows_a_colon_without_quotation_marks_is_quoted_to_the_end_of_the_paragraph() -> None:
    text = "جاء في البيان: المياه صالحة. الخزانات نظيفة.\nهدأت المدينة."
    said = Statement("s", "say", span("جاء في البيان", text), span("المياه صالحة", text))
    assert [text[one.start : one.end] for one in quotations(text, [said])] == ["المياه صالحة. الخزانات نظيفة."]
    direct = msgspec.structs.replace(said, direct=True)
    assert quotations(text, [direct]) == [said.content]


def test_a_quotation_after_a_colon_ends_where_the_next_attribution_begins() -> None:
    text = "جاء في البيان: المياه صالحة. وقال سعيد إن الخزانات نظيفة."
    one = Statement("s", "say", span("جاء في البيان", text), span("المياه صالحة", text))
    other = Statement("t", "say", span("وقال سعيد", text), span("الخزانات نظيفة", text))
    assert text[slice(*(lambda first: (first.start, first.end))(quotations(text, [one, other])[0]))].strip() == "المياه صالحة."
