from tawatur.intake.columns import columns_of, fields, holds_text, may_be_header


def test_columns_are_known_by_their_names_in_both_languages() -> None:
    assert columns_of(["ID", "Body", "Pub_Date"]) == (("Body", "text"), ("Pub_Date", "published"), ("ID", "id"))
    arabic = columns_of(["العنوان", "نصّ الخبر", "تاريخ  النشر", "المصدر", "أخرى"])
    assert dict(arabic) == {"العنوان": "title", "نصّ الخبر": "text", "تاريخ  النشر": "published", "المصدر": "outlet"}


def test_what_the_user_says_comes_first() -> None:
    assert columns_of(["text", "raw"], (("RAW", "text"),)) == (("raw", "text"),)
    assert columns_of(["text"], (("missing", "text"),)) == (("text", "text"),)


def test_the_surest_of_several_names_is_taken() -> None:
    assert columns_of(["content", "text", "text (3)"]) == (("text", "text"),)


def test_a_column_holds_one_thing() -> None:
    assert columns_of(["date"], (("date", "text"),)) == (("date", "text"),)


def test_text_or_markup_makes_a_report() -> None:
    assert holds_text((("a", "html"),))
    assert not holds_text((("a", "title"),))


def test_a_sentence_is_no_header() -> None:
    assert may_be_header(["a", "b"])
    assert not may_be_header(["a"])
    assert not may_be_header(["a", ""])
    assert not may_be_header(["a", "b" * 100])


def test_the_fields() -> None:
    assert set(fields()) == {"text", "html", "title", "url", "outlet", "published", "id"}
