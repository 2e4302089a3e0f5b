from collections.abc import Iterator
from contextlib import closing
from sqlite3 import Connection, connect

import pytest

from tawatur.reconciling.blocks import Blocks

PORT, RAIL = ("place", "port"), ("place", "rail")


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(connect(":memory:")) as opened:
        yield opened


@pytest.fixture
def blocks(connection: Connection) -> Blocks:
    made = Blocks(connection, "keys")
    made.create()
    return made


@pytest.mark.parametrize(
    ("days", "meets"),
    [
        ((100, 100), True),
        ((103, 104), True),
        ((104, 109), False),
        ((90, 99), False),
        ((1, 4_000_000), True),
        ((1, 99), False),
        ((80, 101), True),
    ],
)  # fmt: skip
def test_things_that_share_a_key_meet_when_their_days_do(blocks: Blocks, days: tuple[int, int], meets: bool) -> None:
    blocks.put(1, [PORT], (100, 103))
    blocks.put(2, [PORT], days)
    assert list(blocks.sharing(1)) == ([2] if meets else [])
    assert list(blocks.sharing(2)) == ([1] if meets else [])


def test_others_do_not_meet(blocks: Blocks) -> None:
    blocks.put(1, [PORT], (100, 100))
    blocks.put(2, [RAIL], (100, 100))
    assert list(blocks.sharing(1)) == []


def test_each_is_found_once(blocks: Blocks) -> None:
    blocks.put(1, [PORT, RAIL], (100, 100))
    blocks.put(2, [PORT, RAIL], (100, 100))
    assert list(blocks.sharing(1)) == [2]


def test_what_is_removed_is_not_found(blocks: Blocks) -> None:
    blocks.put(1, [PORT], (100, 100))
    blocks.put(2, [PORT], (100, 100))
    blocks.remove(2)
    assert list(blocks.sharing(1)) == []


def test_two_tables_can_be_joined(connection: Connection, blocks: Blocks) -> None:
    others = Blocks(connection, "others")
    others.create()
    blocks.put(1, [PORT], (100, 100))
    others.put(2, [PORT], (90, 110))
    others.put(3, [RAIL], (90, 110))
    assert list(blocks.sharing(1, others)) == [2]
