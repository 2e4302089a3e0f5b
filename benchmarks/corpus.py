"""The texts that benchmarks run on: lines of JSON, plain or gzipped, or the samples that ship with Tawatur."""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from tawatur.errors import InputError
from tawatur.intake.articles import documents
from tawatur.model import Document
from tawatur.samples import sample_folder

_KEYS = {
    "text": ("text", "TEXT"), "id": ("id", "DOCNO"), "published": ("published", "dt", "TIME"), "title": ("title", "TITLE"),
    "outlet": ("outlet", "SRC"),
}  # fmt: skip


def load(corpus: Path | None, limit: int | None) -> list[Document]:
    """Up to `limit` documents: of the file (keys `text`, `id`, `title`, `published`, or the same in capitals), or the samples."""
    source = _samples() if corpus is None else _lines(corpus)
    return [document for _, document in zip(range(limit or 10**9), source, strict=False)]


def _samples() -> Iterator[Document]:
    for document in documents([Path(str(sample_folder()))]):
        if not isinstance(document, InputError):
            yield document


def _lines(corpus: Path) -> Iterator[Document]:
    with gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            said = {field: next((article[key] for key in keys if article.get(key)), None) for field, keys in _KEYS.items()}
            if said["text"]:
                name = said["id"] or str(number)
                yield Document(
                    id=name, source=f"{corpus.name}:{number}", text=said["text"], sha256=name, title=said["title"], language="ar",
                    published=said["published"], outlet=said["outlet"],
                )  # fmt: skip


def corpus_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser of arguments that takes a corpus first."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("corpus", type=Path, nargs="?", help="lines of JSON with `text`, .jsonl or .jsonl.gz (default: the bundled samples)")
    return made


def kilobytes(found: list[Document]) -> float:
    """How much text that is, in thousands of UTF-8 bytes."""
    return sum(len(document.text.encode()) for document in found) / 1000
