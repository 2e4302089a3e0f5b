"""Webhooks: what happened, POSTed as JSON to an address of the user's, signed as Standard Webhooks has it (standardwebhooks.com).

With a secret, the header `webhook-signature` is `v1,` and the base64 of the HMAC-SHA256 of `webhook-id`.`webhook-timestamp`.body. The
address may hold a secret itself, so messages name its host only.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping

from tawatur.errors import InputError
from tawatur.fetching.exchange import exchange
from tawatur.fetching.faults import CHECK, FetchError
from tawatur.fetching.machine import Machine
from tawatur.fetching.records import FetchOptions
from tawatur.fetching.targets import read_target

SECRET = "TAWATUR_WEBHOOK_SECRET"
"""The environment variable that holds the secret: any text, or `whsec_` and the base64 of its bytes."""

_ENCODED = "whsec_"
_WAITS_S = (1.0, 2.0)
"""Between one try and the next."""

_PATIENCE = FetchOptions(allow_private=True, max_bytes=64 * 1024, timeout_s=5.0, total_s=10.0)
"""A user may well have a webhook on his own network; it is given half a minute in all, and its answer is not read."""
_OK = range(200, 300)


class Webhook:
    """An address to post to. `name` stands for it in the ledger and tells nothing of it."""

    def __init__(self, url: str, secret: str | None = None, *, machine: Machine | None = None) -> None:
        """Raises InputError for what is no web address."""
        self._target, self._key, self._machine = read_target(url), _key(secret), machine or Machine()
        self.name = hashlib.sha256(self._target.url.encode()).hexdigest()
        self.shown = self._target.origin

    def post(self, identifier: str, body: bytes) -> None:
        """Delivers a body, with a few tries; the same `identifier` tells the receiver that it is the same. Raises InputError."""
        for wait_s in _WAITS_S:
            fault = self._tried(identifier, body)
            if fault is None:
                return
            self._machine.sleep(wait_s)
        if fault := self._tried(identifier, body):
            raise fault

    def _tried(self, identifier: str, body: bytes) -> InputError | None:
        try:
            status = exchange(
                self._target, self._headers(identifier, body), _PATIENCE, self._machine, method="POST", body=body
            ).status  # fmt: skip
        except FetchError as fault:
            return InputError(self.shown, fault.what, fault.do)
        return None if status in _OK else InputError(self.shown, f"does not take what is delivered (status {status})", CHECK)

    def _headers(self, identifier: str, body: bytes) -> Mapping[str, str]:
        timestamp = str(int(self._machine.now().timestamp()))
        named = {"Content-Type": "application/json", "webhook-id": identifier, "webhook-timestamp": timestamp}
        if self._key is None:
            return named
        digest = hmac.digest(self._key, b".".join((identifier.encode(), timestamp.encode(), body)), "sha256")
        return named | {"webhook-signature": f"v1,{base64.b64encode(digest).decode()}"}


def _key(secret: str | None) -> bytes | None:
    """The bytes of the secret. Raises InputError for a secret that is not what its beginning says."""
    if not secret:
        return None
    if not secret.startswith(_ENCODED):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_ENCODED), validate=True)
    except ValueError:
        raise InputError(SECRET, f"begins with {_ENCODED} but is no base64 after it", "write it as it was given") from None
