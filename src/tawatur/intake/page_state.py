"""The state that scripts would show: JSON in the page's scripts (`__NEXT_DATA__` and its like), searched for the article's text."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tawatur.intake.page_tree import squeezed
from tawatur.model import Record

_SHORTEST_SCRIPT, _LONGEST_SCRIPT, _MOST_TRIES, _MOST_VALUES, _DEEPEST = 200, 4_000_000, 40, 200_000, 40
_ASSIGNED = re.compile(r"=\s*(?=[{\[])")
_ARABIC_RUN = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
_DAY = re.compile(
    r"(?:date_?)?publish(?:ed)?(?:_?(?:at|on|date|time|datetime))?|(?:display|publish|first_publish|pub)_?date", re.IGNORECASE
)
_LEAST_WORDS, _LEAST_PIECE, _NEARLY = 8, 6, 0.8
_BESIDE = re.compile(
    r"related|recommend|most|latest|menu|comment|caption|teaser|excerpt|summary|description|keyword|seo|meta", re.IGNORECASE
)


class Story(Record, frozen=True):
    """The text, which may be HTML, and the time of publication as it stands."""

    text: str
    published: str | None


def find_story(tree: Any, names: list[str]) -> Story | None:
    """The object of the page's scripts that carries one of its titles and nearly all text; None where no script holds an article."""
    known = {squeezed(name) for name in names if name}
    stories = [story for value in _values(tree) for story in _stories(value, known)]
    longest = max((len(story.text) for story in stories), default=0)
    best = min((story for story in stories if len(story.text) >= _NEARLY * longest), key=lambda story: len(story.text), default=None)
    if best is None or len(_ARABIC_RUN.findall(best.text)) < _LEAST_WORDS:
        return None
    return Story(best.text, best.published or next((story.published for story in stories if story.published), None))


def _values(tree: Any) -> Iterator[Any]:
    """The JSON of the page's scripts: scripts of JSON, and what others assign to a name."""
    decoder = json.JSONDecoder(strict=False)
    tries = 0
    for script in tree.xpath("//script[not(@src)]"):
        kind, text = script.get("type") or "", (script.text or "")[:_LONGEST_SCRIPT]
        if "ld+json" in kind or len(text) < _SHORTEST_SCRIPT:
            continue
        reached = 0
        for start in [len(text) - len(text.lstrip())] if "json" in kind else (found.end() for found in _ASSIGNED.finditer(text)):
            if start < reached or tries >= _MOST_TRIES:
                continue
            tries += 1
            try:
                value, reached = decoder.raw_decode(text, start)
            except (ValueError, RecursionError):
                continue
            yield value


def _stories(value: Any, known: set[str]) -> Iterator[Story]:
    """What every object that carries a title of the page tells."""
    waiting, seen = [(value, 0)], 0
    while waiting and seen < _MOST_VALUES:
        seen += 1
        one, depth = waiting.pop()
        inner = list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
        if isinstance(one, dict) and any(squeezed(html.unescape(text)) in known for text in _near_strings(one) if 5 < len(text) < 400):
            text = max((_joined(value) for key, value in one.items() if not _BESIDE.search(key)), key=len, default="")
            days = (value for key, value in one.items() if _DAY.fullmatch(key) and isinstance(value, str | int))
            yield Story(text, next((str(day) for day in days), None))
        if depth < _DEEPEST:
            waiting += [(item, depth + 1) for item in inner if isinstance(item, dict | list)]


def _near_strings(one: dict[str, Any]) -> Iterator[str]:
    """The object's own strings, and those of the objects directly in it, as in `{"headlines": {"basic": …}}`."""
    for value in one.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from (inner for inner in value.values() if isinstance(inner, str))


def _joined(value: Any) -> str:
    """A text, or the texts of a list of its pieces."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        pieces = [_joined(inner) for key, inner in value.items() if not _BESIDE.search(key)]
    elif isinstance(value, list):
        pieces = [_joined(inner) for inner in value[:2_000]]
    else:
        return ""
    return "\n".join(piece for piece in pieces if len(_ARABIC_RUN.findall(piece)) >= _LEAST_PIECE)
