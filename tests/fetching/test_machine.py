import ssl
from datetime import UTC

from tawatur.fetching.machine import Machine


def test_the_machine_as_it_is() -> None:
    machine = Machine()
    assert machine.resolve("127.0.0.1", 80) == ("127.0.0.1",)
    assert machine.clock() <= machine.clock()
    assert machine.now().tzinfo is UTC
    assert 0 <= machine.chance() < 1


def test_certificates_and_names_are_verified() -> None:
    context = Machine().certificates()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert Machine().certificates() is context
