"""Worked cases and look-alikes as reports in Arabic, read by the reader itself: the whole path from text to disagreement.

To add one, add a line to `disagreements.jsonl`: `reports` (outlet, published, text), the kinds `expected` of them all together (none for
a look-alike), and `why`.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tawatur.model import Document
from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.reader import read
from tawatur.reconciling import reconcile

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("disagreements.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST = 3


def kinds(reports: list[dict[str, str]]) -> list[str]:
    documents = [
        Document(f"report{number}", f"report{number}.txt", one["text"], "0", outlet=one["outlet"], published=one["published"])
        for number, one in enumerate(reports)
    ]
    return sorted(found.kind for found in reconcile([read(document, load_lexicon()) for document in documents], []).disagreements)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_reports_disagree_as_a_person_says(case: dict[str, Any]) -> None:
    assert kinds(case["reports"]) == case["expected"], case["why"]


def test_every_kind_has_its_cases_and_its_look_alikes() -> None:
    known = {case["name"].split(":")[0] for case in CASES}
    fire = Counter(case["name"].split(":")[0] for case in CASES if case["expected"])
    quiet = Counter(case["name"].split(":")[0] for case in CASES if not case["expected"])
    assert len(known) == 10
    assert all(fire[kind] >= LEAST and quiet[kind] >= LEAST for kind in known)
