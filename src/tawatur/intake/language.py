"""Which language a text is in, from its letters and commonest words; only Arabic is read."""

from collections import Counter
from functools import cache

from tawatur.intake.data import table

_ARABIC_SCRIPT = ("\u0621", "\u06ff")
_ARABIC_LETTERED = frozenset(("ar", "fa", "ur", "ckb", "ps", "ug"))
_SAMPLE = 6_000
_LEAST_SHARE = 0.3
_PROSE_WORDS = 8


class _Language:
    def __init__(self, code: str, name: str, letters: str, words: str) -> None:
        self.code, self.name = code, name
        self.letters = frozenset(letters)
        self.words = frozenset(words.split())


@cache
def _languages() -> tuple[_Language, ...]:
    rows = table("languages.tsv")
    return tuple(_Language(code, name, letters, words) for code, name, letters, words in rows)


def language(text: str) -> str | None:
    """The ISO 639 code: `ar`, `fa`, `ur`, `ckb`, `ps`, `ug`, `en`, …; None when nothing tells, as for a text without letters.

    Short Arabic-script text with no sign of another language counts as Arabic. Lines of prose decide, when there are any: a page's
    menus may be in another language than its article.
    """
    sample = _prose(text[:_SAMPLE])
    letters = Counter({character: count for character, count in Counter(sample).items() if character.isalpha()})
    if not letters:
        return None
    script = sum(count for letter, count in letters.items() if _ARABIC_SCRIPT[0] <= letter <= _ARABIC_SCRIPT[1])
    is_arabic_script = script >= _LEAST_SHARE * letters.total()
    words = Counter(sample.casefold().split())
    scores = {known.code: _score(known, words, letters) for known in _languages() if (known.code in _ARABIC_LETTERED) is is_arabic_script}
    if is_arabic_script:
        scores["ar"] += _articles(words) + 0.01
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > 0 else None


def _prose(sample: str) -> str:
    lines = sample.splitlines()
    return "\n".join(line for line in lines if len(line.split()) >= _PROSE_WORDS) or sample


def common_words(code: str) -> frozenset[str]:
    """The commonest words of a language that the table lists."""
    return next((known.words for known in _languages() if known.code == code), frozenset())


def language_name(code: str | None) -> str:
    return next((known.name for known in _languages() if known.code == code), "another language")


def _score(known: _Language, words: Counter[str], letters: Counter[str]) -> float:
    """How much of the text only this language would write: its letters' share and its common words' share."""
    marked = sum(letters.get(letter, 0) for letter in known.letters) / letters.total()
    common = sum(words.get(word, 0) for word in known.words) / max(words.total(), 1)
    return marked + common


def _articles(words: Counter[str]) -> float:
    """The share of words that start with the article, alone or after و ب ف: about one in four in Arabic, few elsewhere."""
    return sum(count for word, count in words.items() if word.startswith(("ال", "وال", "بال", "لل", "فال"))) / max(words.total(), 1)
