"""How well saved web pages are taken in: is the date right, is the article all there, and is what surrounds it left out or set aside.

The folder holds pages (.html) and what a person knows of them, in any of these files:

- `dates.json`: `{"page.html": {"published": "2020-08-24"}, …}`
- `page.txt`: the article's text
- `page.json`: `{"expected": {"cleaned_text": "…"}}`, the text or its beginning, as goose3's tests have it;
  or `{address: {"with": ["…"], "without": ["…"]}}`, words that must and must not be kept, as trafilatura's evaluation has it;
  and any of `title`, `outlet`, `url`, `published`, `published_basis`, which must be so

A text is right when 95% of its words are found and under 10% of those kept are not the article's, title and date lines aside. What stays
in the text but not in a zone of the article is also told: «whole text». `--show` prints the texts, to be judged by eye.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tawatur.errors import InputError
from tawatur.intake.articles import documents
from tawatur.model import Document
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import read
from tawatur.text.tokens import Tokens

_ASIDE = ("caption", "related", "boilerplate")
_CUT_SHORT = 400
_FIELDS = ("title", "outlet", "url", "published", "published_basis")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was taken in of each page")
    options = parser.parse_args()
    folder = options.folder
    pages = sorted(folder.glob("*.html"))
    if not pages:
        sys.exit("no .html pages in the folder")
    dates = _json(folder / "dates.json")
    right = Counter[str]()
    for page in pages:
        document = _read(page)
        for name, good, told in _checks(page, document, dates):
            right[name] += good
            right[f"of {name}"] += 1
            print(f"{'ok   ' if good else 'WRONG'} {page.name}: {told}")
        if options.show:
            said = (document.published, document.published_basis, document.outlet, document.authors, document.url)
            print(*said, document.text, "", sep="\n")
    for name in ("dates", "texts", "phrases", "fields"):
        print(f"{name}: {right[name]} of {right[f'of {name}']} right")


def _read(page: Path) -> Document:
    document = next(iter(documents([page])))
    if isinstance(document, InputError):
        sys.exit(str(document))
    return read(document, load_lexicon()).document


def _checks(page: Path, document: Document, dates: dict[str, Any]) -> list[tuple[str, bool, str]]:
    checks = []
    if page.name in dates:
        day = dates[page.name]["published"]
        checks.append(("dates", document.published == day, f"published {document.published}, should be {day}"))
    known = _json(page.with_suffix(".json"))
    checks += [
        ("fields", getattr(document, name) == known[name], f"{name} {getattr(document, name)}, should be {known[name]}")
        for name in _FIELDS
        if name in known
    ]
    whole = page.with_suffix(".txt").read_text(encoding="utf-8") if page.with_suffix(".txt").exists() else None
    text = whole or known.get("expected", {}).get("cleaned_text")
    if text:
        found, foreign = _shares(text, document, _kept(document))
        everything = _shares(text, document, [document.text])[1]
        partial = len(text) < _CUT_SHORT
        told = f"{found:.1%} of the article found" + (
            "" if partial else f", {foreign:.1%} of what was kept is not article ({everything:.1%} of the whole text)"
        )
        checks.append(("texts", found >= 0.95 and (partial or foreign < 0.1), told))
    for words in known.values():
        if isinstance(words, dict) and "with" in words:
            kept = " ".join(_kept(document))
            wrong = [phrase for phrase in words["with"] if phrase not in kept] + [phrase for phrase in words["without"] if phrase in kept]
            checks.append(("phrases", not wrong, f"{len(words['with']) + len(words['without'])} phrases, wrong: {wrong}"))
    return checks


def _shares(text: str, document: Document, taken: list[str]) -> tuple[float, float]:
    """The share of the article's words that were taken, and of the words taken below its head those that are not the article's."""
    article, kept = Counter(Tokens(text).forms), Counter(Tokens(" ".join(taken)).forms)
    datelines = (document.text[zone.start : zone.end] for zone in document.zones if zone.kind == "dateline")
    head = Counter(Tokens(" ".join((document.title or "", *datelines))).forms)
    return (article & kept).total() / article.total(), (kept - article - head).total() / max(kept.total(), 1)


def _kept(document: Document) -> list[str]:
    return [document.text[zone.start : zone.end] for zone in document.zones if zone.kind not in _ASIDE]


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


if __name__ == "__main__":
    main()
