"""Counts without a number: vague quantifiers, «أحد», duals, bare plurals and bare singulars."""

from collections.abc import Iterator

from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.reading.counts_bounds import Bounds, bounds, lead, modifier_after
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.counts_nouns import PEOPLE, Noun, complete, counted_noun, noun_at
from tawatur.reading.phrases import is_adjective, is_definite, is_joined, is_stop
from tawatur.reading.scan import Scan
from tawatur.text.fold import fold

_SELDOM_DUAL = ("loss",)
_PAIRED = ("place", "thing", "building", "target")
_SINGLE_THINGS = ("munition",)
_RELATIVES = ("kin", "person")
_JOINED_ON = ("", "و", "ف")
_WORDED = ("quantifier", "pronoun", "one", "none")
_MAGNITUDE, _LONGEST_COUNT = 20, 18
_WRITTEN_ON = ("و", "ب", "ل")
_POSSESSIVES = ("ها", "هم", "هما")


def quantified(scan: Scan, marks: Marks) -> Iterator[Count]:
    """«عشرات الجرحى», «عدد من المسلحين», «أحد الحراس», «أي من الجنود»."""
    last = -1
    numbers = {i for number in scan.numbers for i in range(number.first, number.stop + 1) if number.value > 1 and not number.ordinal}
    for hit in marks.modifiers:
        where = hit.entry.get("where")
        if hit.first < last or hit.first in numbers or marks.barred[hit.first] or where not in _WORDED:
            continue
        if "ك" in hit.pro:
            continue
        if where == "pronoun":
            count: Count | None = _some(Noun(hit.first, hit.stop, pronoun=True), governed=True)
        elif where == "quantifier":
            count = _vague(scan, marks, hit)
        else:
            count = _one_or_none(scan, marks, hit, where == "none")
        if count:
            last = count.stop
            yield count


def _one_or_none(scan: Scan, marks: Marks, hit: Hit, none: bool) -> Count | None:
    stop = hit.stop
    if not is_joined(scan, stop) or marks.barred[stop]:
        noun = None
    else:
        noun = noun_at(scan, stop, marks.timed, partitive=True) or (noun_at(scan, stop, marks.timed) if none else None)
    if noun is None:
        someone = Noun(hit.first, stop, "person", "someone")
        return None if none else Count(hit.first, stop, 0, 0, "exact", someone, "none", hit.first, governed=True)
    if none:
        return Count(hit.first, noun.stop, 0, 0, "exact", noun, "none", hit.first, governed=True)
    return Count(hit.first, noun.stop, 1, 1, "exact", noun, "bare", hit.first, governed=True)


def _vague(scan: Scan, marks: Marks, hit: Hit) -> Count | None:
    first, _ = lead(scan, hit.first, marks.before)
    low, stop = int(hit.entry.get("low")), hit.stop
    larger = scan.hit(stop, "modifiers") if is_joined(scan, stop) else None
    if larger and larger.entry.get("where") == "quantifier" and not larger.pro:
        low, stop = max(low, int(larger.entry.get("low"))), larger.stop
    noun = _quantified_noun(scan, marks, stop)
    if (noun.loose and noun.first > stop) or (hit.first and scan.tokens.forms[hit.first - 1] in words("superlative")):
        return None
    high = hit.entry.get("high")
    if noun.cls or low >= _MAGNITUDE:
        bound = int(high) if high else None
        return Count(
            hit.first, max(noun.stop, stop), low, bound, "vague", noun, "vague", first, governed=not noun.cls or noun.loose, pro=hit.pro
        )
    return _postposed(scan, marks, hit)


def _quantified_noun(scan: Scan, marks: Marks, i: int) -> Noun:
    noun = counted_noun(scan, i, marks.timed)
    if noun.cls == "unknown" and noun.first == i and is_definite(scan, i - 1):
        return Noun(i, i)
    if noun.cls or not is_joined(scan, i) or marks.barred[i] or not is_definite(scan, i):
        return noun
    return noun_at(scan, i, marks.timed, partitive=True) or noun


def _postposed(scan: Scan, marks: Marks, hit: Hit) -> Count | None:
    """«صواريخ عدة»."""
    i = hit.first - 1
    if hit.entry.id != "several" or i < 0 or marks.barred[i] or not is_joined(scan, hit.first) or hit.pro:
        return None
    for other in scan.hits[i]:
        if other.entry.layer == "counted" and other.tag == "pl" and other.stop == hit.first:
            noun = Noun(i, hit.first, other.entry.get("class"), other.entry.id, other.entry.get("role"), other.tag)
            return Count(i, hit.stop, int(hit.entry.get("low")), None, "vague", noun, "vague", i)
    return None


def unnumbered(scan: Scan, marks: Marks) -> Iterator[Count]:
    """«جنديين», «قتلى», «مدني», «شخص واحد», «آخرين», «فلسطينيان»."""
    last = -1
    for hit in marks.nouns:
        if hit.first > last and not marks.barred[hit.first] and hit.first not in marks.phrased:
            count = _bare(scan, marks, hit)
            if count:
                last = hit.first
                yield count
    for hit in marks.nationals:
        if (
            scan.tokens.sentence[hit.first] in marks.governing
            and hit.pro in _JOINED_ON
            and not marks.barred[hit.first]
            and not _is_adjective_of_noun(scan, hit.first)
        ):
            national = _national(scan, marks, hit)
            if national:
                yield national


def _bare(scan: Scan, marks: Marks, hit: Hit) -> Count | None:
    if hit.enc and scan.text[scan.tokens.ends[hit.stop - 1] - 1] == "ة":
        return None
    if hit.enc and hit.tag == "sg":
        return _relative(scan, marks, hit)
    if (hit.enc and hit.tag != "du.con") or (hit.column == "ar" and hit.pro not in _JOINED_ON):
        return None
    if hit.column == "ar":
        return _pair(scan, hit) if hit.entry.get("number") else None if _is_last(scan, hit) else _others(scan, hit)
    if hit.tag.startswith("du"):
        return _dual(scan, marks, hit)
    if hit.pro not in _JOINED_ON and not (hit.pro == "ل" and scan.tokens.forms[hit.first - 1] in words("there_is")):
        return None
    if hit.entry.get("class") in _SINGLE_THINGS:
        return _single_thing(scan, marks, hit)
    if hit.entry.get("class") not in (*PEOPLE, "loss"):
        return None
    idle = scan.tokens.sentence[hit.first] not in marks.governing
    if idle and not (is_joined(scan, hit.stop) and scan.tokens.forms[hit.stop] in words("one")):
        return None
    noun = complete(scan, hit, marks.timed)
    if hit.tag == "pl":
        harmed = hit.entry.get("role") in ("killed", "injured", "missing")
        return None if _is_construct(scan, noun.stop) else _some(noun, governed=not harmed)
    return _single(scan, marks, noun) if hit.tag in ("sg", "sg.acc") and not _is_masdar(scan, hit) else None


def _relative(scan: Scan, marks: Marks, hit: Hit) -> Count | None:
    """«امرأة وطفلها», «3 أطفال ووالدتهم»: one more, of the family of those counted right before."""
    i = hit.first
    if hit.pro != "و" or not is_joined(scan, i) or hit.entry.id not in _RELATIVES or scan.tokens.sentence[i] not in marks.governing:
        return None
    if not any(other.layer == "counted" and other.entry.get("class") in PEOPLE and other.stop == i for other in scan.hits[i - 1]):
        return None
    return Count(i, hit.stop, 1, 1, "exact", Noun(i, hit.stop, "person", hit.entry.id, "", hit.tag), "bare", i, governed=True)


def _single_thing(scan: Scan, marks: Marks, hit: Hit) -> Count | None:
    """«إسقاط مروحية», «دمرت الغارة منزلا»: one thing, right behind a word that may govern it or in the accusative."""
    if hit.tag not in ("sg", "sg.acc") or hit.first in marks.named or _is_masdar(scan, hit):
        return None
    if hit.first not in marks.framed and (hit.tag != "sg.acc" or scan.tokens.sentence[hit.first] not in marks.governing):
        return None
    return _single(scan, marks, complete(scan, hit, marks.timed))


def _is_masdar(scan: Scan, hit: Hit) -> bool:
    """«إصابة» and «وفاة» mostly tell what happened to those named next."""
    return any(other.entry.layer == "frames" and other.column == "masdar" for other in scan.hits[hit.first])


def _some(noun: Noun, governed: bool) -> Count:
    return Count(noun.first, noun.stop, 1, None, "vague", noun, "bare", noun.first, governed)


def _single(scan: Scan, marks: Marks, noun: Noun) -> Count | None:
    """«مدني» under a word that governs it; «شخص واحد» anywhere."""
    stop = noun.stop
    if is_joined(scan, stop) and scan.tokens.forms[stop] in words("one"):
        if noun.first and scan.tokens.forms[noun.first - 1] in words("of"):
            return None
        return Count(noun.first, stop + 1, *_bounded(scan, stop + 1, 1), noun, "number", noun.first)
    if (_is_construct(scan, stop) and stop not in marks.trailing) or stop - 1 in marks.named or _is_counted(scan, noun.first):
        return None
    return Count(noun.first, stop, *_bounded(scan, stop, 1), noun, "bare", noun.first, governed=True)


def _is_counted(scan: Scan, i: int) -> bool:
    """Whether a run of digits that is too long for a number stands before token `i`: it is no single one then."""
    before = scan.tokens.forms[i - 1] if i and is_joined(scan, i) else ""
    return before.isdigit() and len(before) > _LONGEST_COUNT


def _bounded(scan: Scan, stop: int, value: int) -> Bounds:
    return bounds(modifier_after(scan, stop), value, value)


def _is_construct(scan: Scan, i: int) -> bool:
    """Whether what follows makes a bare noun definite («قائد فيلق القدس», «ضحايا الهجوم»), so that no one new is counted."""
    if not is_joined(scan, i) or is_adjective(scan, i):
        return False
    form, hits = scan.tokens.forms[i], scan.hits[i]
    if form.startswith(_WRITTEN_ON) and all(hit.pro or hit.entry.layer == "participants" for hit in hits):
        return False
    if is_definite(scan, i) or (len(form) > 3 and form.endswith(_POSSESSIVES) and not is_stop(scan, i)):
        return True
    return not is_stop(scan, i) and not scan.tokens.forms[i - 1].endswith("ا") and is_joined(scan, i + 1) and is_definite(scan, i + 1)


def _dual(scan: Scan, marks: Marks, hit: Hit) -> Count | None:
    cls = hit.entry.get("class")
    doubled = is_joined(scan, hit.stop) and scan.tokens.forms[hit.stop] in words("two")
    if hit.tag == "du.def" or marks.is_name(hit.first, hit.stop) or (cls in _SELDOM_DUAL and not doubled):
        return None
    if hit.tag == "du.con" and (cls == "place" or not _is_dual_construct(scan, hit)):
        return None
    if cls in _PAIRED and hit.first and scan.tokens.forms[hit.first - 1] in words("both"):
        return None
    if hit.tag == "du" and ((not doubled and _may_be_plural(scan, hit)) or _is_misplaced(scan, hit)):
        return None
    noun = complete(scan, hit, marks.timed)
    stop = max(noun.stop, hit.stop + doubled)
    if hit.tag == "du.con" and not hit.enc and stop == hit.first + 1 and is_joined(scan, stop):
        stop += 1
    first, _ = lead(scan, hit.first, marks.before)
    governed = bool(hit.entry.get("dual") or hit.enc or _is_mine(hit))
    if _is_one_or_two(scan, hit):
        return Count(hit.first - 2, stop, 1, 2, "range", noun, "dual", hit.first - 2, governed)
    return Count(hit.first, stop, *_bounded(scan, stop, 2), noun, "dual", first, governed)


def _is_one_or_two(scan: Scan, hit: Hit) -> bool:
    """«قتيل أو قتيلان»."""
    i = hit.first - 2
    if i < 0 or scan.tokens.forms[i + 1] not in words("or") or not (is_joined(scan, i + 1) and is_joined(scan, i + 2)):
        return False
    return any(other.entry is hit.entry and other.tag in ("sg", "sg.acc") and other.stop == i + 1 for other in scan.hits[i])


def _is_mine(hit: Hit) -> bool:
    """«زوجتي» may be «my wife»."""
    return hit.tag == "du.con" and hit.entry.get("class") in PEOPLE and not hit.entry.get("role") and hit.stop - hit.first == 1


def _may_be_plural(scan: Scan, hit: Hit) -> bool:
    """«مدنيين» may be two or many; «جنديين» is two, for «جنود» is the plural."""
    if hit.entry.get("nation") and scan.tokens.forms[hit.first].endswith("ين"):
        return True
    return any(other.entry is hit.entry and other.tag.startswith("pl") and other.stop == hit.stop for other in scan.hits[hit.first])


def _is_misplaced(scan: Scan, hit: Hit) -> bool:
    """«حركة طالبان», «عناصر طالبان»: a dual in the nominative cannot stand behind another noun, so it is a name."""
    i = hit.first
    if i == 0 or hit.pro or not is_joined(scan, i) or not scan.tokens.forms[hit.stop - 1].endswith("ان"):
        return False
    return any(other.entry.layer in ("bodies", "counted") and other.stop == i for other in scan.hits[i - 1])


def _is_dual_construct(scan: Scan, hit: Hit) -> bool:
    """«رجلي أمن», «حالتا وفاة», «طفليها»: before a genitive; elsewhere the same letters are an adjective («صاروخي») or «my»."""
    if hit.stop - hit.first > 1:
        return True
    if hit.enc:
        return not _has_sound_plural(scan, hit)
    if not is_joined(scan, hit.stop):
        return False
    form, following = scan.tokens.forms[hit.first], scan.tokens.forms[hit.stop]
    if form.endswith(("تي", "تا")):
        return not is_adjective(scan, hit.stop)
    return following in words("construct_genitive")


def _pair(scan: Scan, hit: Hit) -> Count:
    """«طائرتين بدون طيار»: a dual whose phrase the packs spell out."""
    entry, value = hit.entry, int(hit.entry.get("number"))
    noun = Noun(hit.first, hit.stop, entry.get("class"), entry.id, entry.get("role"), "du")
    return Count(hit.first, hit.stop, *_bounded(scan, hit.stop, value), noun, "dual", hit.first)


def _has_sound_plural(scan: Scan, hit: Hit) -> bool:
    """«مقاتليها» is «her fighters»; «طفليها» can only be «her two children»."""
    core = scan.tokens.forms[hit.first].removeprefix(hit.pro).removesuffix(hit.enc)
    plural = core[:-1] + "ين"
    return any(fold(part) == plural for pattern in hit.entry.row.list("noun") for part in pattern.split("/")[1:])


def _is_last(scan: Scan, hit: Hit) -> bool:
    """«آخر قلاع المسلحين»: before an indefinite noun it is "the last", not "another"."""
    i = hit.stop
    if scan.tokens.forms[hit.first].removeprefix(hit.pro) not in words("last") or not is_joined(scan, i) or is_stop(scan, i):
        return False
    form = scan.tokens.forms[i]
    return not (is_definite(scan, i) or is_adjective(scan, i) or form.endswith("ا") or form[0] in _WRITTEN_ON or scan.hits[i][:1])


def _others(scan: Scan, hit: Hit) -> Count:
    """«آخر» is one, «آخرون» some: of whom, the count before says."""
    single = scan.tokens.forms[hit.first].removeprefix("و") in words("one_other")
    noun = Noun(hit.first, hit.stop, "person", "others")
    return Count(hit.first, hit.stop, 1, 1 if single else None, "exact" if single else "vague", noun, "bare", hit.first, governed=True)


def _is_adjective_of_noun(scan: Scan, i: int) -> bool:
    """«متعاقد بريطاني»: the word describes a counted noun before it, which counts itself."""
    return i > 0 and is_joined(scan, i) and any(hit.entry.layer == "counted" and hit.stop == i for hit in scan.hits[i - 1])


def _national(scan: Scan, marks: Marks, hit: Hit) -> Count | None:
    """«فلسطيني» is one, «فلسطينيان» two, «فلسطينيون» some, under a word that governs it."""
    number = {"adj.ms": (1, 1), "adj.fs": (1, 1), "adj.md": (2, 2), "adj.fd": (2, 2), "adj.mp": (1, None)}.get(hit.tag)
    if number is None or any(other.layer == "counted" or other.column == "ar" for other in scan.hits[hit.first]):
        return None
    i = hit.stop
    if is_joined(scan, i) and scan.tokens.forms[i] in words("two"):
        number, i = (2, 2), i + 1
    if _is_construct(scan, i):
        return None
    noun = Noun(hit.first, i, "person", "people", "", hit.tag)
    low, high = number
    if high is None:
        return _some(noun, governed=True)
    first, _ = lead(scan, hit.first, marks.before)
    return Count(hit.first, i, *_bounded(scan, i, low), noun, "dual" if low == 2 else "bare", first, governed=True)
