import gzip
import io

import pytest

from tawatur.errors import InputError
from tawatur.intake import limits


def unpacked(content: bytes, budget: limits.Budget | None = None) -> limits.Unpacked:
    packed = io.BytesIO(content)
    return limits.Unpacked(gzip.GzipFile(fileobj=packed).read1, packed.tell, "a.gz", budget or limits.Budget())


def test_what_is_no_bomb_comes_out_whole() -> None:
    content = bytes(range(256)) * 4096
    assert unpacked(gzip.compress(content)).read() == content


def test_a_bomb_is_stopped_when_it_has_shown_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1_000_000)
    stream = unpacked(gzip.compress(bytes(50_000_000)))
    assert len(stream.read(60_000)) == 60_000
    with pytest.raises(InputError, match="as bombs do"):
        stream.read()


def test_a_budget_is_shared_by_all_that_is_unpacked() -> None:
    budget = limits.Budget(1500)
    assert len(unpacked(gzip.compress(bytes(1000)), budget).read()) == 1000
    with pytest.raises(InputError, match="more than is read from one source"):
        unpacked(gzip.compress(bytes(1000)), budget).read()
    assert budget.is_spent


@pytest.mark.parametrize(
    ("content", "what"), [(gzip.compress(b"x" * 99)[:-9], "cut short"), (gzip.compress(b"x")[:-4] + b"....", "damaged")]
)
def test_damage_is_named(content: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        unpacked(content).read()
