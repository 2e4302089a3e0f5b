"""Forms of Arabic words as unvowelled news text writes them, from one dictionary form.

A noun is written `singular/plural/other plural`, a verb `perfect/imperfect` or `perfect/imperfect/passive perfect/passive imperfect`.
A `+` joins an agreeing adjective («غارة+جوية»), a space anything that does not inflect («أطلق النار»).
Every function yields `(form, tag)`; forms are ordinary spelling, to be folded by the caller.
"""

from collections.abc import Iterator

_NO_TANWIN = ("ة", "ا", "ى", "اء", "ات", "ي")


def verb_forms(pattern: str) -> Iterator[tuple[str, str]]:
    """Third-person forms. Tags: `perf|impf` + `.ms|.fs|.mp|.fp|.md|.fd`, with `pass.` in front for the passive."""
    parts = [part.strip() for part in pattern.split("/")]
    for part, prefix, tense in zip(parts, ("", "", "pass.", "pass."), ("perf", "impf", "perf", "impf"), strict=False):
        if not part or part == "-":
            continue
        word, _, rest = part.partition(" ")
        forms = _perfect(word) if tense == "perf" else _imperfect(word)
        for form, person in forms:
            yield (f"{form} {rest}" if rest else form), f"{prefix}{tense}.{person}"


def _perfect(word: str) -> Iterator[tuple[str, str]]:
    yield word, "ms"
    if word.endswith("ى"):
        stem = word[:-1]
        yield from ((stem + "ت", "fs"), (stem + "وا", "mp"), (stem + "يا", "md"), (stem + "تا", "fd"), (stem + "ين", "fp"))
    elif word.endswith("ا"):
        stem = word[:-1]
        yield from ((stem + "ت", "fs"), (stem + "وا", "mp"), (stem + "تا", "fd"))
    elif word.endswith("ي"):
        yield from ((word + "ت", "fs"), (word[:-1] + "وا", "mp"), (word + "ا", "md"), (word + "تا", "fd"))
    else:
        plural = word[:-1] + "ؤوا" if word.endswith("أ") else word + "وا"
        yield from ((word + "ت", "fs"), (plural, "mp"), (word + "ا", "md"), (word + "تا", "fd"))


def _imperfect(word: str) -> Iterator[tuple[str, str]]:
    yield word, "ms"
    stem = word[1:]
    yield "ت" + stem, "fs"
    base = stem[:-1] if stem.endswith(("ى", "ي", "و")) else stem
    yield "ي" + base + "ون", "mp"
    yield "ي" + base + "وا", "mp"
    dual = stem[:-1] + "ي" if stem.endswith("ى") else stem
    yield "ي" + dual + "ان", "md"
    yield "ت" + dual + "ان", "fd"


def noun_forms(pattern: str) -> Iterator[tuple[str, str]]:
    """Tags: `sg|du|pl`, `.def` with the article, `.acc` for the indefinite accusative, `.con` for the dual before a genitive."""
    singular, *plurals = (part.strip() for part in pattern.split("/"))
    if singular and singular != "-":
        yield from _with_article(singular, "sg")
        yield from _accusative(singular)
        yield from _dual(singular)
    for plural in plurals:
        if plural != "-":
            yield from _with_article(plural, "pl")


def _with_article(phrase: str, tag: str) -> Iterator[tuple[str, str]]:
    """«غارة+جوية» gives «غارة جوية», «الغارة الجوية» and «غارة الجوية» (as in «غارتها الجوية»); «طائرة نقل», «طائرة النقل»."""
    words = phrase.split("+")
    yield " ".join(words), tag
    if phrase.startswith("ال"):
        return
    if len(words) > 1:
        yield " ".join("ال" + word for word in words), f"{tag}.def"
        yield words[0] + " " + " ".join("ال" + word for word in words[1:]), f"{tag}.def"
    elif " " in phrase:
        head, _, last = phrase.rpartition(" ")
        if not last.startswith("ال"):
            yield f"{head} ال{last}", f"{tag}.def"
    else:
        yield "ال" + phrase, f"{tag}.def"


def _accusative(phrase: str) -> Iterator[tuple[str, str]]:
    head, space, rest = phrase.partition(" ")
    words = head.split("+")
    marked = [word if word.endswith(_NO_TANWIN) and not _is_nisba(word) else word + "ا" for word in words]
    if marked != words and not (space and "+" not in head):
        yield " ".join(marked) + space + rest, "sg.acc"


def _is_nisba(word: str) -> bool:
    return len(word) > 4 and word.endswith("ي")


def _dual(phrase: str) -> Iterator[tuple[str, str]]:
    head, space, rest = phrase.partition(" ")
    words = head.split("+")
    if any(word.endswith(("ات", "ون")) for word in words):
        return
    stems = [word[:-1] + "ت" if word.endswith("ة") else word for word in words]
    if space:
        if "+" not in head:
            for ending in ("ا", "ي"):
                yield f"{stems[0]}{ending} {rest}", "du.con"
        return
    for ending in ("ان", "ين"):
        yield " ".join(stem + ending for stem in stems), "du"
        yield " ".join("ال" + stem + ending for stem in stems), "du.def"
    if len(stems) == 1:
        yield stems[0] + "ي", "du.con"
        yield stems[0] + "ا", "du.con" if stems[0].endswith("ت") else "sg.acc"


def participle_forms(pattern: str) -> Iterator[tuple[str, str]]:
    """Active participles that carry a clause on («مضيفا»، «مؤكدة»): masculine, feminine, dual and plural, bare and accusative."""
    if pattern.endswith(("ا", "ة")) or " " in pattern:
        yield pattern, "part.ms"
        return
    stem = pattern[:-1] if pattern.endswith("ي") and not pattern.endswith("يي") else pattern
    yield pattern, "part.ms"
    yield pattern + "ا", "part.ms"
    yield pattern + "ة", "part.fs"
    yield stem + "ين", "part.mp"
    yield stem + "ون", "part.mp"
    yield pattern + "تين", "part.fd"


def nisba_forms(pattern: str) -> Iterator[tuple[str, str]]:
    """An adjective of nationality or kind («عراقي»): both genders, numbers and states. Tags `adj.ms` … with `.def`."""
    stem = pattern
    forms = [(stem, "ms"), (stem + "ا", "ms"), (stem + "ة", "fs"), (stem + "ون", "mp"), (stem + "ين", "mp"), (stem + "ات", "fp")]
    forms += [(stem + "ان", "md"), (stem + "تان", "fd"), (stem + "تين", "fd")]
    for form, person in forms:
        yield form, f"adj.{person}"
        yield "ال" + form, f"adj.{person}.def"
