import json
from pathlib import Path

import pytest

from tawatur.cli.news import News
from tawatur.ledger.developments import Development, Told, untold
from tawatur.ledger.store import Ledger
from tawatur.wording.messages import Language, Messages

SAID = {"ar": "حدث جديد: الهجوم في التاجي.", "en": "New event: the attack in Taji."}
EVENT = Development("event.new", SAID, "2020-03-14T09:30:00Z", event="event-1", documents=("a",), after={"chains_max": 1})


@pytest.mark.parametrize(("language", "sentence"), [("ar", SAID["ar"]), ("en", SAID["en"])])
def test_a_sentence_a_line_with_when_and_what(language: Language, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    News(Messages(language)).tell(Told(7, EVENT))
    assert capsys.readouterr().out == f"2020-03-14T09:30:00Z · {sentence} · event-1\n"


def test_a_json_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    News(Messages("en"), "jsonl").tell(Told(7, EVENT))
    assert json.loads(capsys.readouterr().out) == {
        "number": 7, "kind": "event.new", "sentence": SAID, "at": "2020-03-14T09:30:00Z", "event": "event-1", "claim": None,
        "disagreement": None, "documents": ["a"], "before": None, "after": {"chains_max": 1},
    }  # fmt: skip


def test_what_is_quiet_is_told_when_all_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    copy = Told(8, Development("report.copied", SAID, documents=("a",)))
    News(Messages("en")).tell(copy)
    assert capsys.readouterr().out == ""
    News(Messages("en"), is_all=True).tell(copy)
    assert capsys.readouterr().out.endswith(" · a\n")


def test_all_that_waits_is_told_once(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger(ledger) as book:
        book.rows("INSERT INTO developments (is_told, record) VALUES (0, ?)", json.dumps({"kind": "event.new", "sentence": SAID}))
        News(Messages("en")).tell_all(book)
        assert SAID["en"] in capsys.readouterr().out
        assert untold(book) == []
