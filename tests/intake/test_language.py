import pytest

from tawatur.intake.language import language, language_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("عاجل", "ar"),
        ("قتل شخصان في بغداد", "ar"),
        ("قال رئیس الوزراء إن الحکومة ستعلن عن النتائج بعد انتهاء التحقیق في الحادث", "ar"),
        ("Share Tweet Email Menu Login\nقتل ثلاثة أشخاص وأصيب آخرون في قصف على المدينة مساء أمس", "ar"),
        ("رئیس جمهور گفت که این تصمیم برای مردم ایران است و باید به آن عمل شود", "fa"),
        ("وزیر اعظم نے کہا ہے کہ یہ فیصلہ عوام کے لیے ہے اور اس پر عمل ہوگا", "ur"),
        ("سەرۆکی حکومەت گوتی کە ئەم بڕیارە بۆ خەڵکی هەرێم زۆر گرنگە", "ckb"),
        ("The prime minister said that the decision was made for the people", "en"),
        ("ראש הממשלה אמר כי ההחלטה התקבלה", "he"),
        ("2020 - 15", None),
    ],
)
def test_language_by_letters_and_words(text: str, code: str | None) -> None:
    assert language(text) == code


def test_names_for_messages() -> None:
    assert language_name("fa") == "Persian"
    assert language_name(None) == "another language"
