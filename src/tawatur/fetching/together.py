"""Work side by side in lanes: within a lane one thing after the other, results in the order asked, and few of them held.

A list of links is often grouped by site. So the next thousand items are looked at for lanes that can go on, while no more results than
`held` wait for their turn; only the item that everything waits for may always start, which is why no order of items can lock it up.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from typing import Generic, TypeVar

_LOOKED_AT = 1000

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(
    items: Iterable[Item], work: Callable[[Item], Result], *, lane_of: Callable[[Item], str], at_once: int, held: int
) -> Iterator[Result]:
    """`work` of every item, in the order of the items, up to `at_once` of them at a time. Raises what `work` raises, at its turn."""
    coming = iter(items)
    lanes = _Lanes(work, at_once, held)
    try:
        asked = deque(lanes.add(lane_of(item), item) for item in islice(coming, _LOOKED_AT))
        while asked:
            result = lanes.result(asked.popleft())
            asked.extend(lanes.add(lane_of(item), item) for item in islice(coming, 1))
            yield result
    finally:
        lanes.end()


class _Task(Generic[Item, Result]):
    def __init__(self, lane: str, item: Item) -> None:
        self.lane, self.item, self.future = lane, item, Future[Result]()


class _Lanes(Generic[Item, Result]):
    """`_lanes` holds what waits, for every lane with something waiting or running; `_ready` the lanes where nothing runs."""

    def __init__(self, work: Callable[[Item], Result], at_once: int, held: int) -> None:
        self._work, self._most_held, self._held = work, held, 0
        self._lanes: dict[str, deque[_Task[Item, Result]]] = {}
        self._ready: deque[str] = deque()
        self._first: _Task[Item, Result] | None = None
        self._has_ended = False
        self._change = threading.Condition()
        for _ in range(at_once):
            threading.Thread(target=self._run, daemon=True).start()

    def add(self, lane: str, item: Item) -> _Task[Item, Result]:
        task = _Task[Item, Result](lane, item)
        with self._change:
            if lane not in self._lanes:
                self._lanes[lane] = deque()
                self._ready.append(lane)
            self._lanes[lane].append(task)
            self._change.notify()
        return task

    def result(self, first: _Task[Item, Result]) -> Result:
        """What came of the task that is first in the order asked."""
        with self._change:
            self._first = first
            self._change.notify_all()
        try:
            return first.future.result()
        finally:
            with self._change:
                self._held -= 1
                self._change.notify_all()

    def end(self) -> None:
        """Nothing more is begun; what runs is left to itself."""
        with self._change:
            self._has_ended = True
            self._change.notify_all()

    def _run(self) -> None:
        while (task := self._begun()) is not None:
            try:
                task.future.set_result(self._work(task.item))
            except BaseException as fault:
                task.future.set_exception(fault)
            self._done(task.lane)

    def _begun(self) -> _Task[Item, Result] | None:
        with self._change:
            while not self._has_ended:
                lane = self._startable()
                if lane is not None:
                    self._ready.remove(lane)
                    self._held += 1
                    return self._lanes[lane].popleft()
                self._change.wait()
        return None

    def _startable(self) -> str | None:
        """A lane to go on with: any while few results are held, else that of the first task (what was before it there is done)."""
        if not self._ready:
            return None
        if self._held < self._most_held:
            return self._ready[0]
        first = self._first
        if first is not None and first.lane in self._ready and self._lanes[first.lane][0] is first:
            return first.lane
        return None

    def _done(self, lane: str) -> None:
        with self._change:
            if self._lanes[lane]:
                self._ready.append(lane)
            else:
                del self._lanes[lane]
            self._change.notify_all()
