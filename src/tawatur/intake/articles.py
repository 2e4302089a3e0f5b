"""Snapshots to documents."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from tawatur.errors import InputError
from tawatur.intake.addresses import comparable
from tawatur.intake.columns import Columns
from tawatur.intake.dates import normalise_date
from tawatur.intake.decode import charset, decode, decode_page
from tawatur.intake.files import snapshots
from tawatur.intake.harmless import harmless
from tawatur.intake.language import language, language_name
from tawatur.intake.mhtml import read_mhtml
from tawatur.intake.page import Page, read_page
from tawatur.intake.snapshot import Snapshot
from tawatur.model import Document, Record

_BY_BYTES = ""
_EXPECTED = 'give an object such as {"id": "1", "text": "…", "published": "2020-03-14"}'


class Given(Record, frozen=True):
    """What the user says of articles that do not say it themselves."""

    published: str | None = None
    outlet: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Names of a table's columns, or of an article's keys, with what each stands for here: `(("body", "text"),)`."""

    def of(self, snapshot: Snapshot) -> "Given":
        """As it is for one snapshot: with the columns of its table that are known by their names."""
        return msgspec.structs.replace(self, columns=snapshot.columns or self.columns)


def documents(paths: Iterable[str | Path], *, published: str | None = None, outlet: str | None = None) -> Iterator[Document | InputError]:
    """Every article of the files, folders and `-` (standard input); what cannot be read comes out as an InputError.

    `published` and `outlet` fill in what an article does not say itself. Nothing is kept from one article to the next.
    """
    given = Given(published, outlet)
    for snapshot in snapshots(paths):
        if isinstance(snapshot, InputError):
            yield snapshot
        else:
            try:
                yield to_document(snapshot, given)
            except InputError as error:
                yield error


class Taken(Record, frozen=True):
    """A document, and the address that it claims for its own, in the form of `comparable`."""

    document: Document
    claimed: str | None


def to_document(snapshot: Snapshot, given: Given) -> Document:
    """The document that a snapshot holds: a pure function of both. Raises InputError when it holds none."""
    return take(snapshot, given).document


def take(snapshot: Snapshot, given: Given) -> Taken:
    """As `to_document`. A document is named by its address, so that a changed page is still the same; without one, by its bytes."""
    document = _of_media(snapshot, given.of(snapshot))
    claimed = comparable(document.url)
    if document.id == _BY_BYTES:
        document = msgspec.structs.replace(document, id=default_id(claimed or comparable(snapshot.url), snapshot.sha256))
    return Taken(msgspec.structs.replace(document, url=document.url or snapshot.url), claimed)


def default_id(address: str | None, sha256: str) -> str:
    """The id of a document that does not bring one of its own."""
    return "d" + (hashlib.sha256(address.encode()).hexdigest() if address else sha256)[:16]


def _of_media(snapshot: Snapshot, given: Given) -> Document:
    if snapshot.media == "article":
        document = _from_article(snapshot, given.columns)
    elif snapshot.media == "html":
        document = _from_page(snapshot, _page(snapshot, snapshot.content, charset(snapshot.headers)))
    elif snapshot.media == "mhtml":
        document = _from_saved_page(snapshot)
    elif snapshot.media in ("pdf", "docx"):
        document = _from_page(snapshot, _paper(snapshot))
    else:
        document = _document(snapshot, decode(snapshot.content, snapshot.where))
    return _with_given(_in_arabic(harmless(document, snapshot.where), snapshot.where), given)


def _with_given(document: Document, given: Given) -> Document:
    """The document with what the user says of it, where it does not say that itself. What no page stated, somebody gave."""
    published, is_outlet_said = document.published or given.published, document.outlet and document.outlet_basis != "inferred"
    return msgspec.structs.replace(
        document,
        outlet=document.outlet if is_outlet_said else given.outlet or document.outlet,
        outlet_basis=document.outlet_basis if is_outlet_said or not given.outlet else "given",
        published=published,
        published_basis=document.published_basis if document.published else "given" if published else "unknown",
    )


def _document(snapshot: Snapshot, text: str) -> Document:
    return Document(id=_BY_BYTES, source=snapshot.source, text=text, sha256=snapshot.sha256)


def _page(snapshot: Snapshot, content: bytes, declared: str | None) -> Page:
    return read_page(decode_page(content, snapshot.where, declared), snapshot.where, snapshot.url)


def _paper(snapshot: Snapshot) -> Page:
    """Imports the readers when one is needed: they take as long to load as a hundred pages to read."""
    if snapshot.media == "pdf":
        from tawatur.intake.pdf import read_pdf

        return read_pdf(snapshot.content, snapshot.where)
    from tawatur.intake.docx import read_docx

    return read_docx(snapshot.content, snapshot.where)


def _from_page(snapshot: Snapshot, page: Page) -> Document:
    said = page.metadata
    return msgspec.structs.replace(
        _document(snapshot, page.text),
        title=said.title,
        outlet=said.outlet or said.host,
        outlet_basis="stated" if said.outlet else "inferred" if said.host else "unknown",
        url=said.url,
        published=said.published,
        published_basis="stated" if said.published else "unknown",
        authors=said.authors,
    )


def _from_saved_page(snapshot: Snapshot) -> Document:
    markup, address, declared = read_mhtml(snapshot.content, snapshot.where)
    snapshot = msgspec.structs.replace(snapshot, url=snapshot.url or address)
    document = _from_page(snapshot, _page(snapshot, markup, declared))
    return msgspec.structs.replace(document, url=document.url or address)


def _from_article(snapshot: Snapshot, columns: Columns) -> Document:
    article = _mapped(_object(snapshot), columns)
    where = snapshot.where
    text, markup = _string(article, "text", where), _string(article, "html", where)
    if text is None and markup is None:
        raise InputError(where, 'has neither "text" nor "html"', _EXPECTED)
    document = _document(snapshot, text) if text is not None else _from_page(snapshot, read_page(markup or "", where, snapshot.url))
    stated = {key: value for key in ("id", "title", "outlet", "url") if (value := _string(article, key, where))}
    if "outlet" in stated:
        stated["outlet_basis"] = "given"
    published = _string(article, "published", where)
    if published:
        day = normalise_date(published)
        if day is None:
            raise InputError(where, f'"published" is no date: {published[:60]!r}', "write it as 2020-03-14, or leave it out")
        stated |= {"published": day, "published_basis": "given"}
    return msgspec.structs.replace(document, **{**stated, "source": stated.get("url", snapshot.source)})


def _mapped(article: dict[str, Any], columns: Columns) -> dict[str, Any]:
    """The article under the keys that it is read by. A mapped cell that cannot be what it is said to be is left out."""
    mapped = dict(article)
    for column, field in columns:
        if column in article:
            mapped.pop(field, None)
            value = article[column]
            text = str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
            if text.strip() and (field != "published" or normalise_date(text)):
                mapped[field] = text
    return mapped


def _object(snapshot: Snapshot) -> dict[str, Any]:
    try:
        article = msgspec.json.decode(snapshot.content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise InputError(snapshot.where, f"broken JSON ({fault})", _EXPECTED) from fault
    if not isinstance(article, dict):
        raise InputError(snapshot.where, "is JSON, but no object", _EXPECTED)
    return article


def _string(article: dict[str, Any], key: str, where: str) -> str | None:
    value = article.get(key)
    if isinstance(value, int) and key == "id" and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        return value if value is None or key in ("text", "html") else " ".join(value.split()) or None
    raise InputError(where, f'"{key}" is no string', _EXPECTED)


def _in_arabic(document: Document, where: str) -> Document:
    if not document.text.strip("\ufeff \t\r\n\u00a0"):
        raise InputError(where, "is empty", "leave it out")
    code = language(document.text)
    if code is None:
        raise InputError(where, "holds no words", "leave it out")
    if code != "ar":
        raise InputError(where, f"is not Arabic (it looks like {language_name(code)})", "give Arabic articles only")
    return msgspec.structs.replace(document, language=code)
