from tawatur.model import Document, Span, Zone
from tawatur.reconciling.shingles import SAMPLE, body_shingles, sample, unpacked

TEXT = "بدأت صباح اليوم أعمال ترميم الجسر القديم فوق النهر"


def document(text: str, *zones: Zone) -> Document:
    return Document("a", "a.txt", text, "0", zones=zones)


def test_one_hash_for_each_run_of_three_words() -> None:
    assert len(unpacked(body_shingles(document(TEXT)))) == len(TEXT.split()) - 2


def test_hashes_are_sorted_and_some_are_sampled() -> None:
    hashes = list(unpacked(body_shingles(document(TEXT))))
    assert hashes == sorted(hashes)
    assert sample(body_shingles(document(TEXT))) == [one for one in hashes if one % SAMPLE == 0]


def test_quotes_and_zones_outside_the_body_are_cut_out() -> None:
    quote = Span(0, len("بدأت صباح اليوم "))
    rest = body_shingles(document(TEXT[quote.end :]))
    assert body_shingles(document(TEXT), [quote]) == rest
    assert body_shingles(document(TEXT, Zone(quote.start, quote.end, "caption"))) == rest


def test_a_run_does_not_reach_across_a_cut() -> None:
    middle = TEXT.index("أعمال")
    assert len(unpacked(body_shingles(document(TEXT), [Span(middle, middle + 6)]))) < len(TEXT.split()) - 3
