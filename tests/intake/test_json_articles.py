import json

import pytest

from tawatur.intake import limits
from tests.intake.boxes import REPORT, inside


def test_an_object_over_several_lines_is_one_article() -> None:
    content = json.dumps({"text": REPORT}, indent=1).encode()
    ((snapshot,), _) = inside(b"\xef\xbb\xbf" + content + b"\n")
    assert (snapshot.media, snapshot.content, snapshot.where) == ("article", content, "box")


def test_lines_keep_their_numbers() -> None:
    found, faults = inside(b'{"text": "a"}\r\n\n {"text": "b"} \n')
    assert [(item.where, item.content) for item in found] == [("box:1", b'{"text": "a"}'), ("box:3", b'{"text": "b"}')]
    assert faults == []


def test_items_of_an_array_keep_their_bytes() -> None:
    items = ['{"text": "' + REPORT + '"}', '{ "text" : "\\u0623]},{" }', '{"text": "' + "و" * 100_000 + '"}']
    found, faults = inside((" [\n" + " ,\n".join(items) + "\n]\n").encode())
    assert [item.content.decode() for item in found] == items
    assert [item.where for item in found] == ["box:1", "box:2", "box:3"]
    assert faults == []


def test_an_empty_array_holds_nothing() -> None:
    assert inside(b"[]") == ([], [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_in_utf_16(encoding: str) -> None:
    for text in ('{"text": "نص"}\n{"text": "خبر"}', '[{"text": "نص"}, {"text": "خبر"}]'):
        found, _ = inside(text.encode(encoding))
        assert [json.loads(item.content)["text"] for item in found] == ["نص", "خبر"]


@pytest.mark.parametrize("content", [b'[{"text": "a"}, {"text": ', b'[{"text": "a"}', b'[{"text": "a"}, oops]', b'[{"text": "a"}, {"\xff'])
def test_what_stands_before_a_fault_goes_in(content: bytes) -> None:
    found, (fault,) = inside(content)
    assert [item.content for item in found] == [b'{"text": "a"}']
    assert "broken JSON" in fault.what


def test_an_item_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARTICLE", 100_000)
    found, (fault,) = inside(b'[{"text": "a"}, {"text": "' + b"x" * 300_000 + b'"}]')
    assert len(found) == 1
    assert "is larger than" in fault.what
    found, (fault,) = inside(b'{"text": "' + b"x" * 300_000 + b'"}\n{"text": "a"}')
    assert len(found) == 1


def test_nesting_beyond_measure_is_a_fault() -> None:
    found, faults = inside(b'[{"a": ' + b"[" * 50_000)
    assert (found, len(faults)) == ([], 1)
