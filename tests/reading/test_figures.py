import pytest

from tawatur.model import Figure, Name, Zone
from tawatur.reading.figures import find_figures
from tawatur.reading.names import find_names
from tests.reading.conftest import Scanner

Read = list[tuple[str, int | None, int | None]]


def figures(scan: Scanner, text: str) -> list[Figure]:
    scanned = scan(text)
    return find_figures(scanned, [], find_names(scanned))


def read(scan: Scanner, text: str) -> Read:
    return [(figure.role, figure.low, figure.high) for figure in figures(scan, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 7 أشخاص وإصابة 11 آخرين", [("killed", 7, 7), ("injured", 11, 11)]),
        ("لقي ثلاثة عمال مصرعهم", [("killed", 3, 3)]),
        ("خمسة عمال لقوا حتفهم", [("killed", 5, 5)]),
        ("خمسة عمال قتلوا في الحادث", [("killed", 5, 5)]),
        ("20 عاملا قتلوا وأصيب 30 آخرون", [("killed", 20, 20), ("injured", 30, 30)]),
        ("قال إن طفلا قتل وأصيب آخرون", [("killed", 1, 1), ("injured", 1, None)]),
        ("قتل 3 عسكريين هم أميركيان وبريطانية", [("killed", 3, 3), ("killed", 2, 2), ("killed", 1, 1)]),
        ("سبعة مدنيين بينهم 4 أطفال قتلوا", [("killed", 7, 7), ("killed", 4, 4)]),
        ("15 جنديا فقدوا حياتهم", [("killed", 15, 15)]),
        ("34 عسكريا شخصت إصابتهم", [("injured", 34, 34)]),
        ("36 جنديا مصابا يتلقون العلاج", [("injured", 36, 36)]),
        ("إصابة نحو عشرين متظاهرا", [("injured", 20, 20)]),
        ("مقتل جنديين وإصابة ضابط", [("killed", 2, 2), ("injured", 1, 1)]),
        ("مقتل مدني وجرح آخر", [("killed", 1, 1), ("injured", 1, 1)]),
        ("مقتل متعاقد بريطاني وجندي أمريكي", [("killed", 1, 1), ("killed", 1, 1)]),
        ("مقتل شرطيين اثنين ومدني", [("killed", 2, 2), ("killed", 1, 1)]),
        ("مقتل قائدهم و6 آخرين", [("killed", 6, 6)]),
        ("مقتل ثلاثة من جنوده وإصابة رابع", [("killed", 3, 3), ("injured", 1, 1)]),
        ("أصيب العشرات بجروح", [("injured", 20, None)]),
        ("مقتل عدد من المسلحين", [("killed", 1, None)]),
        ("أصيب فيه ثلاثة جنود", [("injured", 3, 3)]),
        ("أصيب فيه ثلاثة من جنود الحرس", [("injured", 3, 3)]),
        ("قتل صباح اليوم أربعة عمال وأصيب آخرون بجروح", [("killed", 4, 4), ("injured", 1, None)]),
        ("قال إن 7 جنود و8 حراس قتلوا في الهجوم", [("killed", 7, 7), ("killed", 8, 8)]),
        ("سقط جرحى بينهم طفلان، إضافة إلى عالقين تحت الأنقاض", [("injured", 1, None), ("injured", 2, 2)]),
        ("قال إن 25 شخصا من سكان القرية الواقعة شرقي المدينة أصيبوا", [("injured", 25, 25)]),
        ("قتلت إحدى الغارات 30 شخصا على الأقل في البلدة وفي ساحة تجمع فيها السكان", [("killed", 30, None)]),
        ("كان 20 راكبا و6 من الطاقم على متن الطائرة وجميعهم لقوا حتفهم", [("killed", 20, 20), ("killed", 6, 6)]),
        ("سقوط 18 قتيلا وإصابة 600 آخرين بجروح", [("killed", 18, 18), ("injured", 600, 600)]),
        ("لقي 12 عاملا من سكان القرى المجاورة مصرعهم", [("killed", 12, 12)]),
        ("نشر مقاتلتين في القاعدة", [("other", 2, 2)]),
        ("اعتقلت السلطات العشرات", [("captured", 20, None)]),
        ("راح ضحية المجزرة خمسة عمال", [("killed", 5, 5)]),
        ("جرح خمسة عمال، لافتا إلى أن 40 عاملا ينتظرون", [("injured", 5, 5), ("other", 40, 40)]),
        ("أودى بحياة 12 شخصا", [("killed", 12, 12)]),
        ("اعتقال قوات الأمن 12 عاملا", [("captured", 12, 12)]),
        ("قتلت القوات فلسطينيا", [("killed", 1, 1)]),
        ("نزوح ٢٥٠ عائلة من القرية", [("displaced", 250, 250)]),
        ("فقدان 7 بحارة", [("missing", 7, 7)]),
        ("عشرات الأشخاص في عداد المفقودين", [("missing", 20, None)]),
        ("هناك الكثير من المفقودين وآلاف المشردين", [("missing", 1, None), ("displaced", 2000, None)]),
        ("أطلق المسلحون 14 صاروخا على القاعدة", [("munitions", 14, 14)]),
        ("إسقاط طائرتين بدون طيار", [("munitions", 2, 2)]),
        ("شن الطيران أربع غارات", [("strikes", 4, 4)]),
        ("تدمير 61 وكرا و24 كهفا", [("destroyed", 61, 61), ("destroyed", 24, 24)]),
        ("أعلن أن 2818 مبنى انهار", [("destroyed", 2818, 2818)]),
        ("استهداف خمسة مواقع", [("targets", 5, 5)]),
        ("نشر 2500 جندي في البلاد", [("troops", 2500, 2500)]),
        ("تظاهر عشرات الآلاف", [("protesters", 20_000, None)]),
        ("تظاهرات شارك فيها آلاف العمال", [("protesters", 2_000, None)]),
        ("حضر الجلسة 127 نائبا", [("other", 127, 127)]),
        ("الإفراج عن 15 معتقلا", [("other", 15, 15)]),
        ("وأصيب 3700 بجروح", [("injured", 3700, 3700)]),
    ],
)
def test_a_word_that_governs_gives_the_role(scan: Scanner, text: str, expected: Read) -> None:
    assert read(scan, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 12 شخصا بينهم 3 أطفال", [("killed", 12, 12), ("killed", 3, 3)]),
        ("إصابة 12 جنديا، 5 منهم في حالة خطرة", [("injured", 12, 12), ("injured", 5, 5)]),
        ("مقتل 12 شخصا. وامتلأت المستشفيات، وخرجت ثلاثة منها عن الخدمة", [("killed", 12, 12)]),
        ("14 من الجنود بين 57 قتيلا", [("killed", 14, 14), ("killed", 57, 57)]),
        ("2500 عسكري في العراق ونحو 900 في سوريا", [("troops", 2500, 2500), ("troops", 900, 900)]),
        ("قالت إن 26 عنصرا من الحرس كانوا من بين القتلى", [("killed", 26, 26)]),
        ("22 صاروخا، بينها 17 على القاعدة وخمسة على المدينة", [("munitions", 22, 22), ("munitions", 17, 17), ("munitions", 5, 5)]),
    ],
)
def test_a_part_has_the_role_of_the_whole(scan: Scanner, text: str, expected: Read) -> None:
    assert read(scan, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 3 جنود في هجوم شنه 5 مسلحين", [("killed", 3, 3), ("other", 5, 5)]),
        ("خطف مسلحون 5 عمال", [("captured", 5, 5)]),
        ("قتل مسلحان شرطيا", [("other", 2, 2), ("killed", 1, 1)]),
        ("مقتل عامل على يد 3 مسلحين", [("killed", 1, 1), ("other", 3, 3)]),
    ],
)
def test_those_who_did_it_are_not_those_it_happened_to(scan: Scanner, text: str, expected: Read) -> None:
    assert read(scan, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفع عدد القتلى إلى 12", [("killed", 12, 12)]),
        ("ارتفاع قتلى الجيش في القصف على المدينة إلى 33 جنديا", [("killed", 33, 33)]),
        ("عدد الضحايا تجاوز 5300", [("killed", 5301, None)]),
        ("إن عدد الوفيات لم يتجاوز 61", [("killed", None, 61)]),
        ("فاق عدد القتلى المئة", [("killed", 101, None)]),
        ("تجاوز عدد القتلى 200", [("killed", 201, None)]),
        ("حصيلة القتلى 50", [("killed", 50, 50)]),
        ("عدد الجنود الذين أصيبوا بلغ 109", [("injured", 109, 109)]),
        ("ارتفع إلى 121 عدد الذين قتلوا", [("killed", 121, 121)]),
        ("بلغ عدد القتلى 12 والجرحى 30", [("killed", 12, 12), ("injured", 30, 30)]),
        ("ارتفع عدد القتلى من 5 إلى 12", [("killed", 5, 5), ("killed", 12, 12)]),
        ("قدر عدد المفقودين بعشرة آلاف شخص", [("missing", 10_000, 10_000)]),
        ("فقد بلغ العدد 8965 شخصا", [("other", 8965, 8965)]),
        ("عدد القتلى والجرحى بلغ 80", [("other", 80, 80)]),
        ("بلغ عدد الركاب 120", [("other", 120, 120)]),
        ("بلغ عدد الغارات الجوية 45", [("strikes", 45, 45)]),
        ("وصل عدد المنازل المدمرة إلى 300", [("destroyed", 300, 300)]),
        ("يتراوح عدد المهاجمين بين 10 و15", [("other", 10, 15)]),
        ("لم يعلن عدد القتلى بعد", []),
    ],
)
def test_a_toll_gives_its_role_to_its_number(scan: Scanner, text: str, expected: Read) -> None:
    assert read(scan, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سقوط 30 شخصا بين قتيل وجريح", [("other", 30, 30)]),
        ("مقتل وإصابة 15 شخصا", [("other", 15, 15)]),
        ("سقوط 12 قتيلا وجريحا", [("other", 12, 12)]),
        ("4 قتلى وجرحى", [("killed", 4, 4), ("injured", 1, None)]),
        ("سقط بين قتيل وجريح 40 شخصا", [("other", 40, 40)]),
        ("50 شخصا قتلوا أو أصيبوا", [("other", 50, 50)]),
        ("مقتل وإصابة عدد من الأشخاص", [("killed", 1, None), ("injured", 1, None)]),
        ("قتلى وجرحى في انفجار", [("killed", 1, None), ("injured", 1, None)]),
        ("5 قتلى و7 جرحى", [("killed", 5, 5), ("injured", 7, 7)]),
        ("قتيل وجريحان في انفجار", [("killed", 1, 1), ("injured", 2, 2)]),
    ],
)
def test_a_total_of_dead_and_wounded_is_neither(scan: Scanner, text: str, expected: Read) -> None:
    assert read(scan, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع القصف دون وقوع إصابات", [("injured", 0, 0)]),
        ("لم يسفر الهجوم عن ضحايا", [("killed", 0, 0)]),
        ("لا إصابات في صفوف الجنود", [("injured", 0, 0)]),
        ("لا وجود لضحايا حتى الآن", [("killed", 0, 0)]),
        ("نفى المتحدث وقوع قتلى أو جرحى", [("killed", 0, 0), ("injured", 0, 0)]),
        ("لم يصب أحد بأذى", [("injured", 0, 0)]),
        ("عدم إصابة أي من الجنود", [("injured", 0, 0)]),
        ("لم يقتل أي مدني", [("killed", 0, 0)]),
        ("لا يزال 3 جرحى في المستشفى", [("injured", 3, 3)]),
        ("لم يعرف ما إذا كان هناك ضحايا", []),
        ("نفى مسؤوليته عن سقوط ضحايا", []),
    ],
)
def test_none_hurt_is_a_count_of_zero(scan: Scanner, text: str, expected: Read) -> None:
    assert read(scan, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "بثت القناة 12 تقريرا",
        "نص القرار 1701 على ذلك",
        "رجل يبلغ من العمر 22 عاما",
        "على بعد 140 كيلومترا",
        "خصصت 25 مليون دولار",
        "ارتفعت بنسبة 18% هذا العام",
        "قذيفة من عيار 120",
        "نقلوا إلى مستشفى شهداء الأقصى",
        "قتلت قائد فيلق القدس",
        "زار أسر ضحايا القصف",
        "سجل المهاجم هدفين في المباراة",
        "هم من عائلة واحدة",
        "دمر البلاد وذبح سوريا",
        "قالت زوجتي السابقة ذلك",
        "فرانس24 عبد الله",
        "وقع الهجوم الثاني للمرة الثالثة",
        "بأغلبية 220 صوتا مقابل 190",
        "ظهر بعض الشهود في عدة شوارع",
        "سقطت آخر قلاع المسلحين",
        "بعد تلقي عدد من الإفادات",
        "قبل أن يلقى مصرعه، واحدة رسمها",
        "أصيبت بعدة شظايا في ساعديها",
        "وصل قادة الدول إلى المدينة",
        "عدد القتلى مرشح للارتفاع",
        "شكلت في 2017 قوة عسكرية",
        "تنص المادة (38) من اتفاقية الحقوق",
        "خفض العدد إلى 4050 بحلول الصيف",
        "قاطعتها الدول الأربع السعودية ومصر",
        "الطريق بين محطتي الشمال والجنوب",
        "تواجد عسكري تركي في المنطقة",
        "أصغر أفراد أسرته طفل",
    ],
)
def test_what_is_no_count_stays_out(scan: Scanner, text: str) -> None:
    assert figures(scan, text) == []


def test_a_count_that_is_a_name_stays_out(scan: Scanner) -> None:
    scanned = scan("أصيب جنديان")
    assert find_figures(scanned, [], [])
    assert find_figures(scanned, [], [Name(5, 11, "organization", "جنديان", "x")]) == []


def test_repeated_text_is_counted_once(scan: Scanner) -> None:
    text = "مقتل 4 جنود\nمقتل 4 جنود"
    scanned = scan(text, zones=(Zone(12, 23, "repeated"),))
    assert len(find_figures(scanned, [], [])) == 1


def test_the_evidence_has_the_modifier_and_no_clitic(scan: Scanner) -> None:
    text = "هجوم بثلاثة صواريخ وأكثر من 20 قذيفة"
    assert [text[figure.start : figure.end] for figure in figures(scan, text)] == ["ثلاثة صواريخ", "أكثر من 20 قذيفة"]
    text = "اغتيال للعشرات من السكان، ومقتل ثلاثة من بين مئات العمال، ومقتل ما بين 5 و7 جنود"
    assert [text[figure.start : figure.end] for figure in figures(scan, text)] == [
        "للعشرات من السكان",
        "ثلاثة",
        "مئات العمال",
        "ما بين 5 و7 جنود",
    ]


@pytest.mark.parametrize(
    ("text", "of", "party"),
    [
        ("إصابة 6 جنود أتراك", "جنود أتراك", "tr"),
        ("مقتل عنصرين من الجيش الأمريكي", "عنصرين", "us"),
        ("مقتل 3 مدنيين", "مدنيين", None),
        ("مقتل عدد من العمال", "العمال", None),
        ("مقتل 12 فلسطينيا", "فلسطينيا", "ps"),
        ("عدد الجرحى بلغ 12", "الجرحى", None),
        ("هجوم بصاروخين", "صاروخين", None),
        ("قتل قائدهم وشرطيان", "شرطيان", None),
        ("بلغ عدد الركاب 120", "الركاب", None),
    ],
)
def test_what_is_counted_and_whose_they_are(scan: Scanner, text: str, of: str, party: str | None) -> None:
    (figure,) = figures(scan, text)
    assert (figure.of, figure.party) == (of, party)
