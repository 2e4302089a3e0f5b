from tawatur.ledger.shared_text import shared_text
from tawatur.model import Document, Zone

FIRST = "أعلنت بلدية الوادي إغلاق الجسر القديم بعد أن غمرته مياه السيل، وقالت إن فتحه رهن بانحسارها."
LATER = "تحديث: قالت مصادر محلية إن بلدية الوادي أعلنت إغلاق الجسرَ القديم بعد أن غمرته مياه السيل مساء أمس."


def document(text: str, *zones: Zone) -> Document:
    return Document("a", "a.txt", text, "0", zones=zones)


def test_the_longest_stretch_is_found_whatever_the_marks() -> None:
    found = shared_text(document(FIRST), document(LATER))
    assert found is not None
    assert FIRST[found.one.start : found.one.end] == "إغلاق الجسر القديم بعد أن غمرته مياه السيل"
    assert LATER[found.other.start : found.other.end] == "إغلاق الجسرَ القديم بعد أن غمرته مياه السيل"
    assert found.words == 8
    assert found.share == 6 / 14


def test_a_copy_is_shared_whole() -> None:
    found = shared_text(document(FIRST), document(f"منقول. {FIRST}"))
    assert found is not None
    assert found.share == 1


def test_what_is_not_of_the_body_is_left_out() -> None:
    aside = document(FIRST, Zone(0, len(FIRST), "boilerplate"))
    assert shared_text(aside, document(FIRST)) is None
    assert shared_text(document("خبر قصير"), document(FIRST)) is None
    assert shared_text(document(FIRST), document("أمطار غزيرة في الجبال منذ الفجر")) is None


def test_repeated_runs() -> None:
    text = "مطر مطر مطر مطر مطر"
    found = shared_text(document(text), document(text))
    assert found is not None
    assert found.words == 5
