"""Light stems for search: endings go, proclitics stay, and a query tries every proclitic.

A word's first letter may be a clitic or its own («وزارة», «وقصف»), and only the one who searches knows. So the index keeps the
beginnings of words, and a searched word is looked for behind each article, conjunction and preposition.
"""

import re
from functools import lru_cache

_DEFINITE = re.compile("(?:[وف]?(?:[بك]?ال|لل))(?=..)")
_PRONOUNS = ("هما", "ها", "هم", "هن", "كم", "نا")
_DUALS = ("تان", "تين")
_SOUND_PLURALS = ("ون", "ين")
PROCLITICS = tuple(
    dict.fromkeys(conjunction + rest for conjunction in ("", "و", "ف") for rest in ("", "ب", "ل", "س", "ال", "بال", "كال", "لل"))
)
"""What may stand before a word. A bare ك is left out: words that begin with it are commoner («كامل»)."""

_LEAST = 3


@lru_cache(maxsize=50_000)
def stem(form: str) -> str:
    """The folded word without its inflection: «الغارات», «غارة» and «غاراتها» share «غار» behind their proclitics."""
    match = _DEFINITE.match(form)
    if match:
        return match.group() + _without_endings(form[match.end() :])
    for pronoun in _PRONOUNS:
        if form.endswith(pronoun) and len(form) - len(pronoun) >= _LEAST:
            return _without_endings(form[: -len(pronoun)])
    return _without_endings(form)


def _without_endings(word: str) -> str:
    size = len(word)
    if word.endswith(_DUALS) and size >= _LEAST + 3:
        return word[:-3]
    if word.endswith("ان") and size >= _LEAST + 3:
        return word[:-2]
    if word.endswith(_SOUND_PLURALS) and size >= _LEAST + 2:
        return word[:-2]
    if word.endswith("ات") and size > _LEAST:
        return word[:-2]
    return _without_taa(word[:-1]) if word.endswith(("ه", "ا")) and size >= _LEAST else _without_taa(word)


def _without_taa(word: str) -> str:
    return word[:-1] if word.endswith("ت") and len(word) > _LEAST else word


@lru_cache(maxsize=1_000)
def variants(form: str) -> frozenset[str]:
    """The stems under which a word stands in the index, with any proclitics and with the article or without."""
    match = _DEFINITE.match(form)
    core = form[match.end() :] if match else form
    return frozenset(proclitic + stem(core) for proclitic in PROCLITICS) | {stem(proclitic + core) for proclitic in PROCLITICS}
