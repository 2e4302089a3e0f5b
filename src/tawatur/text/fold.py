"""Folding: the one spelling under which Arabic text is matched, so that hamza, marks and digits do not matter."""

import re
import unicodedata
from functools import lru_cache

INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""What takes no room and turns no direction: joiners, soft hyphens, variation selectors."""
MARKS = f"\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200e\u200f\u202a-\u202e\u2066-\u206f{INVISIBLE}"
_DROPPED = re.compile(f"[{MARKS}]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_CENSOR_DOTS = re.compile("\u0640\\.\u0640?|\\.\u0640")
_FOLDED = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ی": "ي", "ک": "ك", "ە": "ه", "ہ": "ه",
        **{chr(0x660 + d): str(d) for d in range(10)},
        **{chr(0x6F0 + d): str(d) for d in range(10)},
    }
)  # fmt: skip


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The matching form of a word or phrase: no marks, bare alefs, ه for ة, ي for ى and ئ, ASCII digits, lower case."""
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    folded = _DROPPED.sub("", _CENSOR_DOTS.sub("", word)).translate(_FOLDED).casefold()
    return folded[:-1] if folded.endswith("يء") else folded
