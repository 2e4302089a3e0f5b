import pytest

from tawatur.ledger.stopping import Stopped, Stopping, ticks


class Clock:
    """A clock that goes on only when somebody sleeps, or when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_ticks_come_on_time_however_long_the_work_takes() -> None:
    clock, stopping, moments = Clock(), Stopping(), list[float]()
    works = iter((1.0, 3.5, 25.0, 10.0, 0.0))
    for _ in ticks(10, stopping, clock, clock.sleep):
        moments.append(clock.now - 1000)
        clock.now += next(works)
        stopping.is_asked = len(moments) == 5
    assert moments == [0, 10, 20, 50, 70]


def test_a_sleep_that_ends_early_is_gone_on_with() -> None:
    clock, stopping, moments = Clock(), Stopping(), list[float]()

    def dozing(seconds: float) -> None:
        clock.sleep(min(seconds, 3.0))

    for _ in ticks(10, stopping, clock, dozing):
        moments.append(clock.now - 1000)
        stopping.is_asked = len(moments) == 2
    assert moments == [0, 10]
    assert clock.slept == [3.0, 3.0, 3.0, 1.0]


def test_being_asked_while_waiting_ends_the_wait() -> None:
    clock, stopping = Clock(), Stopping()

    def asked(_: float) -> None:
        stopping.ask(15, None)

    assert list(ticks(10, stopping, clock, asked)) == [None]
    with pytest.raises(Stopped), stopping.waiting():
        raise AssertionError("is not begun any more")


def test_being_asked_at_work_lets_it_finish_and_the_second_time_interrupts() -> None:
    stopping = Stopping()
    stopping.ask()
    assert stopping.is_asked
    with pytest.raises(KeyboardInterrupt):
        stopping.ask()
