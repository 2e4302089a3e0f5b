"""How news spells: every way of writing must give the same words, at the offsets where they stand."""

import pytest

from tawatur.text.tokens import Tokens

SAME = [
    ("hamza left out", "استهدف الاعداء امس الانبار", "استهدف الأعداء أمس الأنبار"),
    ("ta marbuta as ha, alef maqsura as ya", "العاصمه حوالي ديالي", "العاصمة حوالى ديالى"),
    ("tanwin and marks in running text", "أُصيبَ صاروخًا وكراً غداً يُعَدّ", "أصيب صاروخا وكرا غدا يعد"),
    ("full vowels", "الْقُوَّاتِ الْمُسَلَّحَةِ", "القوات المسلحة"),
    ("tatweel within a word", "مقتـــل جنـود", "مقتل جنود"),
    ("tatweel before digits", "بـ33 والـ24", "ب 33 وال 24"),
    ("tatweel before a quotation mark", 'لـ"داعش"', "ل داعش"),
    ("no-break space", "خلال\u00a0الساعات", "خلال الساعات"),
    ("comma glued to both words", "السبت،قتل", "السبت، قتل"),
    ("comma within an expression", "الجمعة، الماضية", "الجمعة الماضية"),
    ("no space after the full stop", "البلاد.جاء", "البلاد. جاء"),
    ("digits glued to letters", "17مارس2021 14قتيلا إصابة12", "17 مارس 2021 14 قتيلا إصابة 12"),
    ("Arabic-Indic digits", "٢٥ قتيلا عام ٢٠٢٣", "25 قتيلا عام 2023"),
    ("Persian digits", "۴ جرحى عام ۲۰۲۰", "4 جرحى عام 2020"),
    ("Persian letters", "شلیک موشک علی قریة", "شليك موشك على قرية"),
    ("dots against censors", "قتـ.ـلوا شـ.ـائعة الحـ.رب", "قتلوا شائعة الحرب"),
    ("every quotation mark", '«داعش» “داعش” ‹داعش› "داعش"', "داعش داعش داعش داعش"),
    ("hashtags", "#قوات_البيشمركة #داعش", "قوات البيشمركة داعش"),
    ("numbers in brackets", "(12) مقيما و(4) من رجال الأمن", "12 مقيما و 4 من رجال الأمن"),
    ("emojis", "🔴عاجل: قتيلان🔴في غارة", "عاجل: قتيلان في غارة"),
    ("direction marks", "\u200fقتيلان\u200f في \u202bغارة\u202c", "قتيلان في غارة"),
    ("presentation forms", "ﻗﺘﻴﻼﻥ ﻓﻲ ﻏﺎﺭﺓ", "قتيلان في غارة"),
    ("zero-width joiners", "می\u200cشود قت\u200bيلان", "ميشود قتيلان"),
]


@pytest.mark.parametrize(("written", "plain"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_spellings_give_the_same_words_where_they_stand(written: str, plain: str) -> None:
    tokens = Tokens(written)
    assert tokens.forms == Tokens(plain).forms
    assert all(tokens.forms[i] == "".join(Tokens(written[tokens.starts[i] : tokens.ends[i]]).forms) for i in range(len(tokens)))
    assert all(tokens.ends[i] <= tokens.starts[i + 1] for i in range(len(tokens) - 1))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("استقرت البلاد.جاء الوفد", 2),
        ("وصل د. علي إلى القاعة", 1),
        ("ارتفع 1.5 في المئة", 1),
        ("نشر على pic.twitter.com/abc صورة", 1),
        ("ماذا جرى؟ لا أحد يعلم", 2),
        ("قتيلان\nجريحان", 2),
        ("قتيلان\u2028جريحان", 2),
        ("توقف... ثم عاد", 2),
        ('قال الوزير:\n"لن نعود"', 1),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert len(Tokens(text).sentences) == sentences


WRAPPED = """
أعلنت غرفة العمليات في مدينة سهلان أن القوات أوقفت عشرة
مسلحين خلال حملة تفتيش نفذتها فجر اليوم في القرى الشرقية من
المحافظة، وأن الطرق المؤدية إليها ستبقى مغلقة أمام حركة
المركبات. وقال الناطق باسم الغرفة إن المسلحين نقلوا إلى مركز
المحافظة للتحقيق معهم، دون أن يذكر الجهة التي ينتمون إليها
أو ما ضبط معهم من سلاح.
"""


def test_a_text_broken_into_lines_of_one_width_has_its_sentences_whole() -> None:
    tokens = Tokens(WRAPPED)
    assert [tokens.slice(*sentence).split()[-1] for sentence in tokens.sentences] == ["المركبات", "سلاح"]


def test_headlines_under_one_another_are_lines_of_their_own() -> None:
    headlines = "\n".join(
        f"{word} {rest}" for word in ("افتتاح", "إغلاق", "تأجيل", "إلغاء") for rest in ("معرض الزهور السنوي", "سوق السمك")
    )
    assert len(Tokens(headlines).sentences) == 8


@pytest.mark.parametrize("number", ["45,206", "45.206", "45٬206"])
def test_a_grouped_number_is_one_word(number: str) -> None:
    assert Tokens(f"قتل {number} شخصا").forms == ["قتل", number, "شخصا"]
