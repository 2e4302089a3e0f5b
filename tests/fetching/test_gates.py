import threading

from tawatur.fetching.gates import Gates
from tests.fetching.servers import Clock, machine


def test_a_host_rests_between_two_requests_and_others_do_not_wait() -> None:
    clock = Clock()
    gates = Gates(machine(clock))
    for host in ("a", "a", "b", "a"):
        with gates.turn(host, 2):
            clock.seconds += 0.5
    assert clock.slept == [2.0, 1.5]


def test_a_host_can_be_postponed_and_the_longer_wait_holds() -> None:
    clock = Clock()
    gates = Gates(machine(clock))
    gates.postpone("a", 9)
    gates.postpone("a", 5)
    with gates.turn("a", 1):
        pass
    assert clock.slept == [9.0]


def test_one_request_at_a_time_for_a_host() -> None:
    gates = Gates(machine(Clock()))
    inside, most = 0, 0

    def ask() -> None:
        nonlocal inside, most
        with gates.turn("a", 0):
            inside += 1
            most = max(most, inside)
            threading.Event().wait(0.01)
            inside -= 1

    threads = [threading.Thread(target=ask) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_idle_hosts_are_forgotten_and_those_at_rest_are_not() -> None:
    clock = Clock()
    gates = Gates(machine(clock))
    gates.postpone("resting", 50)
    for number in range(20_000):
        with gates.turn(str(number), 0):
            pass
    assert len(gates) <= 10_000
    with gates.turn("resting", 0):
        pass
    assert clock.slept == [50.0]
