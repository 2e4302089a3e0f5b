import io

import pytest

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box, Label
from tests.intake.boxes import box


class Dripping:
    """Gives a few bytes at a time, as a pipe does."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, count: int = -1, /) -> bytes:
        return self._content.read(min(count, 1000))


def test_content_is_all_of_it_up_to_the_limit() -> None:
    for size in (0, 10, limits.HEAD, limits.HEAD + 1, 3 * limits.HEAD):
        content = bytes(size)
        assert box(content).content(size) == content
        assert box(content).stream().read() == content
        if size:
            with pytest.raises(InputError, match="is larger than"):
                box(content).content(size - 1)


def test_a_stream_that_drips_is_read_to_its_end() -> None:
    content = bytes(range(256)) * 1000
    assert Box(Label("-", "-"), Dripping(content)).content(len(content)) == content
    assert Box(Label("-", "-"), Dripping(content)).head == content[: limits.HEAD]
    with Box(Label("-", "-"), Dripping(content)).file() as file:
        assert file.read() == content


def test_a_snapshot_carries_what_the_label_says_and_a_part_has_no_address() -> None:
    label = Label("a!b", "a!b", url="https://a.example/", seen_at="2020-03-14T09:30:00Z", headers=(("a", "b"),), is_live=True)
    whole, part = Box(label, io.BytesIO(b"x")).snapshot("text", b"x"), Box(label, io.BytesIO(b"x")).snapshot("text", b"x", "a!b:1")
    assert (whole.source, whole.where, whole.url, whole.headers) == ("a!b", "a!b", "https://a.example/", (("a", "b"),))
    assert (part.source, part.where, part.url, part.headers) == ("a!b", "a!b:1", None, ())
    assert (whole.seen_at, part.seen_at, part.is_live) == ("2020-03-14T09:30:00Z", "2020-03-14T09:30:00Z", True)


def test_a_fault_comes_up_after_all_bytes_before_it() -> None:
    class Broken(Dripping):
        def read(self, count: int = -1, /) -> bytes:
            data = super().read(count)
            if not data:
                raise OSError("broken")
            return data

    stream = Box(Label("-", "-"), Broken(bytes(5000))).stream()
    assert len(stream.read1(10_000)) == 5000
    with pytest.raises(OSError, match="broken"):
        stream.read1(1)
    with pytest.raises(OSError, match="broken"):
        Box(Label("-", "-"), Broken(bytes(5000))).content(10_000)
