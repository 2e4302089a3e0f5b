"""The same library for programs in Python: a ledger's lists as records and tables, and everything that commands and pages show."""

from tawatur.client.library import Library
from tawatur.client.records import Records

__all__ = ["Library", "Records"]
