"""The sample reports as documents that the reader can read."""

import hashlib
import json
from importlib.resources.abc import Traversable

from tawatur.model import Document
from tawatur.samples import sample_folder


def sample_documents() -> dict[str, Document]:
    """Report id → document, for the reports whose text is known without taking a page apart (`.jsonl` and `.txt`)."""
    documents: dict[str, Document] = {}
    for file in sorted(sample_folder().iterdir(), key=lambda file: file.name):
        if file.name.endswith(".jsonl"):
            documents |= {document.id: document for document in _lines(file)}
        elif file.name.endswith(".txt"):
            document = _document(file.name.removesuffix(".txt"), file.name, file.read_text(encoding="utf-8"))
            documents[document.id] = document
    return documents


def sample_pages() -> dict[str, str]:
    """Report id → HTML, for the reports that are saved pages."""
    pages = (file for file in sample_folder().iterdir() if file.name.endswith(".html"))
    return {page.name.removesuffix(".html"): page.read_text(encoding="utf-8") for page in pages}


def _lines(file: Traversable) -> list[Document]:
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return [_document(row["id"], file.name, row["text"], row["outlet"], row["title"], row["url"], row["published"]) for row in rows]


def _document(
    name: str,
    source: str,
    text: str,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Document:
    return Document(
        id=name,
        source=source,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=outlet,
        title=title,
        url=url,
        published=published[:10] if published else None,
        published_basis="given" if published else "unknown",
    )
