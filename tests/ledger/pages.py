"""Saved and fetched pages of an invented outlet, for tests of addresses and versions."""

from unittest.mock import patch

from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import Stored, add_snapshots
from tawatur.ledger.store import Ledger

TOLL = "أعلنت وزارة الصحة مقتل {} أشخاص في انفجار وقع مساء السبت وسط مدينة الموصل، وقال مصدر طبي إن الجرحى نقلوا إلى مستشفى السلام."
OTHER = "افتتح الوزير صباح الأحد معرض الكتاب في العاصمة بحضور عدد من الأدباء والناشرين الذين قدموا من مدن كثيرة ومن خارج البلاد."


def page(text: str, *, canonical: str | None = None, noise: str = "") -> bytes:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = f"<article><h1>خبر من الموصل</h1><p>{text}</p></article>"
    return (
        f'<!doctype html><html lang="ar"><head><title>خبر من الموصل</title>{link}</head><body>{body}<!--{noise}--></body></html>'.encode()
    )


def fetched(content: bytes, url: str, seen_at: str, *, is_live: bool = False) -> Snapshot:
    return Snapshot(url, url, "html", content, url, seen_at, (("Content-Type", "text/html; charset=utf-8"),), is_live)


def take_in(ledger: Ledger, *snapshots: Snapshot, given: Given | None = None) -> list[Stored]:
    """Adds snapshots, read in this process: starting another takes longer than reading a few pages."""
    with patch("tawatur.ledger.adding.in_order", lambda function, items, cores: map(function, items)):
        results = list(add_snapshots(ledger, snapshots, given or Given(), 1))
    assert [one for one in results if not isinstance(one, Stored)] == []
    return [one for one in results if isinstance(one, Stored)]
