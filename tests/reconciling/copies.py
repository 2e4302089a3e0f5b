"""A generator of copies: what outlets do to a text that they take over, and texts to do it to."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import as_file

import msgspec

from tawatur.intake import documents
from tawatur.model import Document, Reading
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import read
from tawatur.reconciling.features import DocumentFeatures, features
from tawatur.samples import sample_folder

TOWNS = ("السدرة", "عين الحجر", "تل الرمان", "وادي القصب", "الميناء", "سوق الحدادين", "رأس النبع", "كفر الزيتون")
MATTERS = (
    ("ترميم الجسر القديم", "مهندسو البلدية", "تشققات في دعامتين من دعائمه", "حركة السير إلى الطريق الزراعي"),
    ("إعادة فتح المدرسة الثانوية", "لجنة الأهالي", "أضرار في سقف الطابق العلوي", "الدروس إلى قاعة البلدية"),
    ("تزويد الأحياء بمياه الشرب", "عمال محطة الضخ", "عطل في مضختين من أصل خمس", "الصهاريج إلى الأحياء المرتفعة"),
    ("إخماد حريق في سوق الخضار", "فرق الدفاع المدني", "تماس كهربائي في مستودع للأقمشة", "الباعة إلى الساحة المجاورة"),
    ("إزالة مخلفات السيول", "متطوعو الهلال الأحمر", "انسداد العبارات تحت الطريق الرئيس", "العائلات إلى بيوت أقاربها"),
    ("توسعة المستشفى الحكومي", "إدارة الصحة", "نقص الأسرة في قسم الطوارئ", "المرضى إلى المستوصفات القريبة"),
)
LEADS = (
    "خبر انتظره سكان المنطقة طويلا جاء هذا الصباح على غير ما توقعوا، إذ تبدلت الأحوال بين ليلة وضحاها",
    "تفاصيل جديدة تكشفت خلال الساعات الماضية عن قضية شغلت الناس أياما، وفيما يلي أبرز ما وصلنا منها حتى الآن",
    "لم يهدأ الجدل بعد حول ما جرى، فقد توالت ردود الفعل من كل جانب وزادت الأسئلة على الأجوبة",
)
HEADLINES = ("بالتفاصيل.. هذا ما حدث فعلا", "ماذا وراء الخبر الذي تداوله الجميع؟", "آخر التطورات أولا بأول")


def exact(text: str, _: int) -> str:
    return text


def changed_lead(text: str, number: int) -> str:
    """The first paragraph of the body gives way to a lead of the outlet's own, about as long."""
    headline, lead, *rest = text.split("\n")
    words = [word for turn in range(9) for word in LEADS[(number + turn) % len(LEADS)].split()]
    return "\n".join((headline, " ".join(words[: len(lead.split())]) + ".", *rest))


def cut_tail(text: str, number: int) -> str:
    """The last third or half of the body is left out."""
    headline, *body = text.split("\n")
    sentences = "\n".join(body).replace(". ", ".\n").split("\n")
    return "\n".join((headline, *sentences[: max(1, len(sentences) * (1 + number % 2) // (2 + number % 2))]))


def changed_marks(text: str, number: int) -> str:
    """Quotation marks of another kind, or none."""
    opening, closing = (("«", "»"), ("“", "”"), ("", ""), ("'", "'"))[number % 4]
    parts = text.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"').split('"')
    return "".join(part + (opening if place % 2 == 0 else closing) for place, part in enumerate(parts[:-1])) + parts[-1]


def own_headline(text: str, number: int) -> str:
    return "\n".join((HEADLINES[number % len(HEADLINES)], *text.split("\n")[1:]))


Change = Callable[[str, int], str]
CHANGES: tuple[Change, ...] = (exact, changed_lead, cut_tail, changed_marks, own_headline)


@cache
def sample_texts() -> tuple[str, ...]:
    """The texts of the sample reports, each with its headline on the first line and its paragraphs on lines of their own."""
    with as_file(sample_folder()) as folder:
        found = [document for document in documents([folder]) if isinstance(document, Document)]
    return tuple("\n".join(line for line in document.text.split("\n") if line.strip()) for document in found)


@cache
def composed_texts() -> tuple[str, ...]:
    """Articles made of sentences: short ones of about fifty words, and long ones of some hundred more."""
    return tuple(_composed(number, is_long) for number in range(12) for is_long in (False, True))


def _composed(number: int, is_long: bool) -> str:
    town, (work, who, cause, moved) = TOWNS[number % len(TOWNS)], MATTERS[number % len(MATTERS)]
    count = 3 + number
    lines = [
        f"{work} في {town}",
        f"بدأت صباح اليوم أعمال {work} في {town} بعد أن كشف الفحص عن {cause}، وشارك فيها {count} عمال مع آلياتهم الثقيلة.",
        f"وأوضح {who} أن العمل سيستمر {count + 2} أسابيع على الأقل، مشيرين إلى نقل {moved} ريثما ينتهي.",
        f"ويقول أهل {town} إنهم طالبوا بذلك منذ {count} سنوات ولم يلقوا غير الوعود.",
    ]
    if is_long:
        lines += [
            f'وقال أبو سليم، وهو صاحب دكان في {town}: "نفتح أبوابنا كل صباح ولا نعرف أيأتي الزبائن أم تقطع الطريق دونهم".',
            f"وتبلغ كلفة المشروع {count * 14} ألف دينار، ثلثها من موازنة البلدية والباقي منحة من صندوق التنمية، وفق ما جاء في العقد.",
            f"وسبق أن أعلنت البلدية موعدين لبدء {work} ثم أرجأتهما، مرة لتأخر المواد ومرة لخلاف مع المتعهد على بند الغرامات.",
            f"وينتظر أن تصل الدفعة الثانية من المعدات منتصف الأسبوع المقبل عبر المرفأ، بعد أن بقيت {count + 9} يوما في المخازن.",
            f'وشدد {who} على أن السلامة تأتي أولا، وأضافوا: "لن نسلم العمل قبل أن تجرى عليه كل الاختبارات المطلوبة".',
            f"وفي {town} نحو {count * 800} نسمة يعمل أكثرهم في الزراعة وصيد السمك، وتقع على الطريق بين الساحل والجبل.",
            "وتشهد المناطق المجاورة مشروعات مشابهة تأخر معظمها بسبب ارتفاع أسعار الإسمنت والحديد في السنتين الأخيرتين.",
        ]
    return "\n".join(lines)


def document(
    name: str, text: str, published: str | None = "2021-05-10", outlet: str = "", agencies: tuple[str, ...] = ()
) -> DocumentFeatures:
    """What reconciling keeps of a text as the reader reads it."""
    about = Document(name, f"{name}.txt", text, "0", outlet=outlet or f"outlet of {name}", published=published, agencies=agencies)
    reading = _read(msgspec.structs.replace(about, id="", outlet=None, published=None, agencies=()))
    return features(msgspec.structs.replace(reading, document=msgspec.structs.replace(about, zones=reading.document.zones))).document


@cache
def _read(about: Document) -> Reading:
    return read(about, load_lexicon())


def pairs(*changes: Change) -> Iterator[tuple[str, str]]:
    """Every text, with its copy after the changes."""
    for number, text in enumerate((*sample_texts(), *composed_texts())):
        copy = text
        for change in changes:
            copy = change(copy, number)
        yield text, copy
