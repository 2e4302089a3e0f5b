import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tawatur.fetching import FetchOptions
from tawatur.fetching.webhook import SECRET
from tawatur.ledger.store import Ledger
from tests.cli.conftest import Runner
from tests.fetching.test_webhook import Receiver
from tests.ledger.contents import contents
from tests.ledger.news_site import ATTACK, NewsSite, news_site

_LONG = 120


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsSite]:
    """A site with one report, that may be asked without pauses."""
    monkeypatch.setattr("tawatur.cli.watch.FetchOptions", partial(FetchOptions, delay_s=0))
    with news_site() as made:
        made.publish("/a", ATTACK.format("ثلاثة") + ".", "الضفة")
        yield made


def test_one_round_says_what_changed_in_both_languages(run: Runner, tmp_path: Path, site: NewsSite) -> None:
    book = tmp_path / "a.ledger"
    first = run("watch", book, site.feed, "--once", "--allow-private", "--language", "ar")
    assert (first.status, first.err) == (0, "")
    assert " · حدث جديد: الهجوم في معسكر التاجي بتاريخ 2020-03-14 (عدد القتلى: 3)، بحسب الضفة. · event-" in first.out
    site.publish("/b", f"قالت وزارة الصحة العراقية إن {ATTACK.format('ثلاثة')}.", "المدار")
    second = run("watch", book, "--once", "--allow-private", "--format", "jsonl")
    told = [json.loads(line) for line in second.out.splitlines()]
    assert [one["kind"] for one in told] == ["event.chains", "figure.chains"]
    assert told[0]["sentence"]["en"].startswith("A second independent chain behind the attack in Camp Taji")
    assert (told[0]["before"]["chains_max"], told[0]["after"]["chains_max"]) == (1, 2)
    assert run("watch", book, "--once", "--allow-private").out == ""


def test_a_feed_that_fails(run: Runner, tmp_path: Path, site: NewsSite) -> None:
    shown = run("watch", tmp_path / "a.ledger", f"{site.url}/nowhere", "--once", "--allow-private")
    assert (shown.status, shown.out) == (1, "")
    assert shown.err == f"{site.url}/nowhere: is not there (status 404); check the address\n"


def test_without_leave_nothing_on_this_machine_is_asked(run: Runner, tmp_path: Path, site: NewsSite) -> None:
    shown = run("watch", tmp_path / "a.ledger", site.feed, "--once")
    assert shown.status == 1
    assert "no public address" in shown.err
    assert site.asked == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--every", "30s"], "--allow-often"), (["--every", "soon"], "is no time"), (["--every", "0m"], "is no time"),
        ([], "name at least one feed"),
    ],
)  # fmt: skip
def test_what_cannot_be(run: Runner, tmp_path: Path, words: list[str], message: str) -> None:
    shown = run("watch", tmp_path / "a.ledger", *words)
    assert shown.status == 2
    assert message in shown.err


def test_a_webhook_is_told_and_its_secret_is_not(
    run: Runner, tmp_path: Path, site: NewsSite, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    receiver = Receiver(200)
    monkeypatch.setenv(SECRET, "hush hush")
    try:
        shown = run("watch", tmp_path / "a.ledger", site.feed, "--once", "--allow-private", "--webhook", receiver.url)
    finally:
        receiver.close()
    ((headers, body),) = receiver.taken
    assert headers["webhook-signature"].startswith("v1,")
    assert [one["kind"] for one in json.loads(body)["data"]["developments"]] == ["event.new"]
    kept = (tmp_path / "a.ledger").read_bytes() + shown.out.encode() + shown.err.encode()
    assert b"hush" not in kept
    assert b"abc123" not in kept


def started(book: Path, site: NewsSite, *more: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "tawatur", "watch", str(book), site.feed, "--allow-private", *more]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TAWATUR_LANGUAGE": "en"}
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment)


def test_lines_come_at_once_in_a_pipe_and_sigterm_ends_cleanly(tmp_path: Path, site: NewsSite) -> None:
    watching = started(tmp_path / "a.ledger", site, "--format", "jsonl", "--every", "1h")
    assert watching.stdout is not None
    assert json.loads(watching.stdout.readline())["kind"] == "event.new"
    watching.send_signal(signal.SIGTERM)
    rest, said = watching.communicate(timeout=_LONG)
    assert (watching.returncode, rest) == (0, "")
    assert said.splitlines() == ["watching (feeds: 1, time between rounds: 1h)", "watching has ended; what was stored is kept"]


def test_what_is_killed_goes_on_where_it_was(run: Runner, tmp_path: Path, site: NewsSite) -> None:
    for name, toll in (("b", "أربعة"), ("c", "خمسة")):
        site.publish(f"/{name}", ATTACK.format(toll) + ".", f"صحيفة {name}")
    run("watch", tmp_path / "whole.ledger", site.feed, "--once", "--allow-private")
    site.paths()
    watching = started(tmp_path / "killed.ledger", site, "--once")
    deadline = time.monotonic() + _LONG
    while len(site.asked) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    watching.kill()
    watching.communicate(timeout=_LONG)
    assert run("watch", tmp_path / "killed.ledger", site.feed, "--once", "--allow-private").status == 0
    with Ledger(tmp_path / "whole.ledger") as whole, Ledger(tmp_path / "killed.ledger") as killed:
        assert contents(killed) == contents(whole)
