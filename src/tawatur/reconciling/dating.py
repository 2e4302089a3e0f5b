"""The likely day of a document that does not say when it was published, from the company it keeps.

Two reports that quote one speaker and name the same few people are mostly of the same days. The day found so only helps to compare
event mentions; it is never shown as the document's date.
"""

from collections.abc import Iterable
from sqlite3 import Connection

from tawatur.reconciling.dates import window
from tawatur.reconciling.features import Features

_SHARED = 3
"""People that two documents must share, a speaker among them."""
_WEEK = 7

_COMPANY = """
    SELECT other.document, other_document.day FROM kept_people AS own
    JOIN kept_people AS other ON other.person = own.person AND other.document != own.document
    JOIN kept_documents AS other_document ON other_document.document = other.document
    WHERE own.document = ?1 AND (other_document.day IS NULL) = ?2
    GROUP BY other.document HAVING count(*) >= ?3 AND sum(own.speaks AND other.speaks) > 0
"""


def speakers(features: Features) -> set[str]:
    """Keys of the persons whom a document quotes."""
    return {said.speaker.key for said in features.statements if said.speaker and said.chain and said.chain[-1].kind == "person"}


def people(features: Features) -> set[str]:
    """Keys of the persons who do or suffer something in a document."""
    named = (party for mention in features.mentions for party in (*mention.targets, *(actor for actor, _ in mention.actors)))
    return {party.key for party in named if party.kind == "person"}


def likely_day(published: str | None, days: Iterable[int]) -> int | None:
    """The middle one of the days of the company, where it can be the document's; None where the company is not of one week."""
    own = window(published)
    fitting = sorted(day for day in days if own is None or own[0] <= day <= own[1])
    if not fitting or fitting[-1] - fitting[0] > _WEEK:
        return None
    return fitting[len(fitting) // 2]


def company(connection: Connection, document: str, *, undated: bool) -> list[tuple[str, int]]:
    """The dated, or undated, documents that share people with a document, and their days."""
    return connection.execute(_COMPANY, (document, undated, _SHARED)).fetchall()
