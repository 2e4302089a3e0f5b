from tawatur.ledger.shared_text import shared_stretch
from tawatur.model import Document, Zone

FIRST = "أعلنت بلدية الوادي إغلاق الجسر القديم بعد أن غمرته مياه السيل، وقالت إن فتحه رهن بانحسارها."
LATER = "تحديث: قالت مصادر محلية إن بلدية الوادي أعلنت إغلاق الجسرَ القديم بعد أن غمرته مياه السيل مساء أمس."


def document(text: str, *zones: Zone) -> Document:
    return Document("a", "a.txt", text, "0", zones=zones)


def test_the_longest_stretch_is_found_whatever_the_marks() -> None:
    found = shared_stretch(document(FIRST), document(LATER))
    assert found is not None
    assert FIRST[found.one.start : found.one.end] == "إغلاق الجسر القديم بعد أن غمرته مياه السيل"
    assert LATER[found.other.start : found.other.end] == "إغلاق الجسرَ القديم بعد أن غمرته مياه السيل"
    assert found.words == 8


def test_a_copy_is_shared_whole() -> None:
    found = shared_stretch(document(FIRST), document(f"منقول. {FIRST}"))
    assert found is not None
    assert found.words == len(FIRST.split())


def test_what_is_not_of_the_body_is_left_out() -> None:
    aside = document(FIRST, Zone(0, len(FIRST), "boilerplate"))
    assert shared_stretch(aside, document(FIRST)) is None
    assert shared_stretch(document("خبر قصير"), document(FIRST)) is None
    assert shared_stretch(document(FIRST), document("أمطار غزيرة في الجبال منذ الفجر")) is None


def test_repeated_runs() -> None:
    text = "مطر مطر مطر مطر مطر"
    found = shared_stretch(document(text), document(text))
    assert found is not None
    assert found.words == 5
