"""Tawatur reads Arabic news reports and keeps a ledger of what they say and who stands behind it."""

__version__ = "0.1.0"
