import pytest
from hypothesis import given
from hypothesis.strategies import text

from tawatur.fetching.exchange import Answer
from tawatur.fetching.faults import FetchError
from tawatur.fetching.records import FetchOptions
from tawatur.fetching.statuses import checked, wait_before_next
from tawatur.fetching.targets import read_target
from tests.fetching.servers import Clock, machine

MACHINE = machine(Clock())


def answer(status: int, retry_after: str = "") -> Answer:
    return Answer(read_target("http://a.example/"), status, (("Retry-After", retry_after),), b"")


def fault(status: int, retry_after: str = "") -> FetchError:
    with pytest.raises(FetchError) as caught:
        checked(answer(status, retry_after), MACHINE)
    return caught.value


def test_statuses_to_go_on_with() -> None:
    for status in (200, 304, 301, 302, 303, 307, 308):
        assert checked(answer(status), MACHINE).status == status


def test_faults_that_may_pass_and_others() -> None:
    assert {status: fault(status).may_pass for status in (204, 206, 300, 400, 404, 410, 429, 500, 501, 503, 999)} == {
        204: False, 206: False, 300: False, 400: False, 404: False, 410: False, 429: True, 500: True, 501: False, 503: True, 999: False,
    }  # fmt: skip
    assert "(status 404)" in fault(404).what


@pytest.mark.parametrize(
    ("said", "wait_s"),
    [
        ("120", 120.0), ("0", 0.0), ("Sat, 14 Mar 2020 09:31:00 GMT", 60.0), ("Sat, 14 Mar 2020 09:00:00 GMT", 0.0), ("-1", None),
        ("soon", None), ("", None), ("١٢", None), ("9" * 5000, 999_999_999.0), ("Sat, 99 Mar 2020 09:31:00 GMT", None),
    ],
)  # fmt: skip
def test_how_long_a_site_asks_to_wait(said: str, wait_s: float | None) -> None:
    assert fault(503, said).wait_s == wait_s


@given(text())
def test_whatever_a_site_says_of_waiting(said: str) -> None:
    wait_s = fault(429, said).wait_s
    assert wait_s is None or wait_s >= 0


def test_waits_double_up_to_their_bound_and_then_the_fault_stands() -> None:
    options = FetchOptions(retries=3, max_wait_s=3)
    assert [wait_before_next(fault(500), tried, options, MACHINE) for tried in (1, 2, 3)] == [1.0, 2.0, 3.0]
    with pytest.raises(FetchError, match="500"):
        wait_before_next(fault(500), 4, options, MACHINE)
    with pytest.raises(FetchError, match="404"):
        wait_before_next(fault(404), 1, options, MACHINE)


def test_a_wait_asked_for_is_kept_or_too_long() -> None:
    assert wait_before_next(fault(503, "40"), 1, FetchOptions(), MACHINE) == 40.0
    with pytest.raises(FetchError, match="asks to wait 61 s"):
        wait_before_next(fault(503, "61"), 1, FetchOptions(), MACHINE)
