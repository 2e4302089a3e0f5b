"""From files to documents: text files, saved pages and lines of articles, each with the bytes it was read from."""

from tawatur.intake.articles import Given, documents, to_document
from tawatur.intake.dates import normalise_date
from tawatur.intake.files import snapshots
from tawatur.intake.snapshot import Snapshot

__all__ = ["Given", "Snapshot", "documents", "normalise_date", "snapshots", "to_document"]
