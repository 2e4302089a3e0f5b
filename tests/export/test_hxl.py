import csv
from io import StringIO
from pathlib import Path

from tawatur.export.format import Job
from tawatur.export.hxl import HXL, tags
from tawatur.export.tidy import tables
from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_true_ledger


def test_every_column_has_its_hashtag_and_no_two_share_one() -> None:
    assert tuple(tags()) == tables("hxl")["hxl"].names
    assert len(set(tags().values())) == len(tags())
    assert all(tag.startswith("#") and " " not in tag for tag in tags().values())


def test_hashtags_stand_under_the_names_and_events_under_them(tmp_path: Path) -> None:
    with Ledger(make_true_ledger(tmp_path / "a.ledger")) as ledger:
        (part,) = HXL.write(Job(ledger, tmp_path))
        total = ledger.value("SELECT count(*) FROM events")
    names, hashtags, *events = csv.reader(StringIO((tmp_path / part.file).read_text(encoding="utf-8")))
    assert hashtags == [tags()[name] for name in names]
    assert part.rows == len(events) == total == 1
    assert dict(zip(hashtags, events[0], strict=True))["#geo+lat"] == "33.5"
