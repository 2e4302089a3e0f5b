import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tawatur.errors import InputError
from tawatur.fetching.machine import Machine
from tawatur.fetching.webhook import Webhook

BODY = json.dumps({"الخبر": 1}, ensure_ascii=False).encode()


class Receiver:
    """Takes deliveries on this machine, answering with the statuses given one after the other, the last one for good."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.taken: list[tuple[dict[str, str], bytes]] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.taken.append(({name.lower(): value for name, value in self.headers.items()}, body))
                status = receiver.statuses.pop(0) if len(receiver.statuses) > 1 else receiver.statuses[0]
                self.send_response(status)
                self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/in?token=abc123"
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join(5)


@pytest.fixture
def receivers() -> Iterator[list[Receiver]]:
    made: list[Receiver] = []
    yield made
    for one in made:
        one.close()


def receiver(made: list[Receiver], *statuses: int) -> Receiver:
    made.append(Receiver(*statuses))
    return made[-1]


def hurried(waits: list[float]) -> Machine:
    return Machine(sleep=waits.append)


def test_a_delivery_is_json_and_signed(receivers: list[Receiver]) -> None:
    one = receiver(receivers, 204)
    Webhook(one.url, "a secret").post("id-1", BODY)
    ((headers, body),) = one.taken
    assert body == BODY
    assert headers["content-type"] == "application/json"
    signed = f"id-1.{headers['webhook-timestamp']}.".encode() + BODY
    assert headers["webhook-signature"] == "v1," + base64.b64encode(hmac.digest(b"a secret", signed, hashlib.sha256)).decode()


def test_an_encoded_secret_is_decoded_and_without_one_nothing_is_signed(receivers: list[Receiver]) -> None:
    one = receiver(receivers, 200)
    Webhook(one.url, "whsec_" + base64.b64encode(b"\x00\xff").decode()).post("i", b"{}")
    Webhook(one.url).post("i", b"{}")
    (signed, _), (plain, _) = one.taken
    expected = hmac.digest(b"\x00\xff", f"i.{signed['webhook-timestamp']}.{{}}".encode(), hashlib.sha256)
    assert signed["webhook-signature"] == "v1," + base64.b64encode(expected).decode()
    assert "webhook-signature" not in plain
    with pytest.raises(InputError, match="no base64"):
        Webhook(one.url, "whsec_§")


def test_what_fails_is_tried_again_with_growing_waits(receivers: list[Receiver]) -> None:
    waits: list[float] = []
    one = receiver(receivers, 500, 503, 200)
    Webhook(one.url, machine=hurried(waits)).post("i", b"{}")
    assert ([headers["webhook-id"] for headers, _ in one.taken], waits) == (["i", "i", "i"], [1.0, 2.0])


def test_what_fails_for_good_is_named_without_what_the_address_holds(receivers: list[Receiver]) -> None:
    one = receiver(receivers, 302)
    with pytest.raises(InputError, match="status 302") as fault:
        Webhook(one.url, "a secret", machine=hurried([])).post("i", b"{}")
    assert len(one.taken) == 3
    assert "abc123" not in str(fault.value)
    assert "a secret" not in str(fault.value)
    assert "127.0.0.1" in str(fault.value)


def test_nobody_there(receivers: list[Receiver]) -> None:
    one = receiver(receivers, 200)
    one.server.server_close()
    with pytest.raises(InputError, match="cannot be reached"):
        Webhook(one.url, machine=hurried([])).post("i", b"{}")


def test_the_name_tells_nothing_of_the_address() -> None:
    one, other = Webhook("https://news.example/in?token=abc"), Webhook("https://news.example/in?token=abd")
    assert one.name != other.name
    assert "abc" not in one.name + one.shown
    with pytest.raises(InputError, match="not a web address"):
        Webhook("ftp://news.example/in")
