"""The sample corpus: large and varied enough, and every trouble of news is in it."""

import csv
import json
from datetime import date
from urllib.parse import urlsplit

import pytest

from tawatur.samples import sample_folder, trouble_table

from .corpus import sample_documents, sample_pages

REQUIRED_TROUBLES = {
    "agency_copy_credited", "agency_copy_uncredited_other_headline", "agency_copy_cut_tail", "two_figures_one_attack", "rumour_denied",
    "denial_by_accused", "self_contradiction", "toll_update_same_source", "repeated_paragraphs", "no_date", "menus", "share_lines",
    "captions", "related_links", "dual_month_names", "calendar_mismatch", "maghrebi_months", "hijri_dates", "arabic_indic_digits",
    "duals", "bare_singulars", "dozens", "at_least", "more_than", "zero", "two_attacks_in_one_report", "background_recital", "round_up",
    "anonymous_source", "quote_of_tweet", "naqlan_an", "nested_attribution", "foiled", "planned", "place_disagreement",
    "date_disagreement", "responsibility_disagreement", "mutual_accusation", "claim_of_responsibility", "subset_of_killed",
}  # fmt: skip


@pytest.fixture(scope="module")
def troubles() -> dict[str, list[str]]:
    with trouble_table().open(encoding="utf-8") as table:
        return {row["trouble"]: row["reports"].split("|") for row in csv.DictReader(table, delimiter="\t")}


def report_ids() -> set[str]:
    return set(sample_documents()) | set(sample_pages())


def test_corpus_is_large_enough() -> None:
    names = [file.name for file in sample_folder().iterdir()]
    assert len(report_ids()) >= 36
    assert sum(name.endswith(".txt") for name in names) >= 4
    assert sum(name.endswith(".html") for name in names) >= 3


def test_outlets_are_many_and_marked_as_samples() -> None:
    outlets = {document.outlet for document in sample_documents().values() if document.outlet}
    assert len(outlets) >= 8
    assert all(outlet.endswith("(عيّنة)") for outlet in outlets)


def test_addresses_are_under_the_reserved_domain() -> None:
    hosts = {urlsplit(document.url).hostname or "" for document in sample_documents().values() if document.url}
    assert hosts
    assert all(host.endswith(".example") for host in hosts)


@pytest.mark.parametrize("line", (sample_folder() / "reports.jsonl").read_text(encoding="utf-8").splitlines())
def test_line_of_reports_is_whole(line: str) -> None:
    row = json.loads(line)
    assert row.keys() == {"id", "outlet", "url", "published", "title", "text"}
    assert row["text"].startswith(row["title"] + "\n\n")
    if row["published"]:
        assert 2018 <= date.fromisoformat(row["published"][:10]).year <= 2024


def test_reports_are_short() -> None:
    lengths = {name: len(document.text.split()) for name, document in sample_documents().items()}
    assert not {name: length for name, length in lengths.items() if not 80 <= length <= 300}


def test_every_trouble_is_in_the_corpus(troubles: dict[str, list[str]]) -> None:
    assert troubles.keys() >= REQUIRED_TROUBLES
    named = {report for reports in troubles.values() for report in reports}
    assert named <= report_ids()


def test_dateless_reports_have_no_date(troubles: dict[str, list[str]]) -> None:
    documents, pages = sample_documents(), sample_pages()
    dateless = troubles["no_date"]
    assert all(documents[name].published is None for name in dateless if name in documents)
    assert not [name for name in dateless if name in pages and ("<time" in pages[name] or "datePublished" in pages[name])]


def test_repeated_paragraphs_repeat(troubles: dict[str, list[str]]) -> None:
    for name in troubles["repeated_paragraphs"]:
        lines = [line for line in sample_documents()[name].text.splitlines() if line]
        assert len(lines) > len(set(lines))
