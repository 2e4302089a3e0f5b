"""Running the application: on one socket, in one process or several."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import msgspec
import uvicorn
from litestar import Litestar
from uvicorn.supervisors import Multiprocess

from tawatur.errors import TawaturError
from tawatur.model import Record
from tawatur.web.app import make_app
from tawatur.web.options import Options, new_secret

_OPTIONS = "TAWATUR_SERVE_OPTIONS"
"""Through the environment the processes of one server learn what to serve."""
_GRACE_S, _IDLE_S = 3, 60


class Tls(Record, frozen=True):
    """The files of a certificate and its key (PEM)."""

    certificate: Path
    key: Path


class Place(Record, frozen=True):
    """Where to listen: `port` 0 is any that is free."""

    host: str
    port: int
    workers: int = 1
    tls: Tls | None = None


def serve(options: Options, place: Place, on_ready: Callable[[str], None]) -> None:
    """Serves until it is interrupted. `on_ready` gets the address of the pages once requests wait to be answered.

    Raises TawaturError when nothing can listen there.
    """
    options = msgspec.structs.replace(options, secret=options.secret or new_secret(), is_secure=place.tls is not None)
    listening = _listening(place)
    with listening:
        on_ready(_address(place, listening))
        os.environ[_OPTIONS] = msgspec.json.encode(options, enc_hook=str).decode()
        config = uvicorn.Config(
            f"{__name__}:{application.__name__}", factory=True, workers=place.workers, log_level="warning", access_log=False,
            server_header=False, timeout_graceful_shutdown=_GRACE_S, timeout_keep_alive=_IDLE_S, lifespan="on",
            ssl_certfile=place.tls.certificate if place.tls else None, ssl_keyfile=place.tls.key if place.tls else None,
        )  # fmt: skip
        if place.workers > 1:
            Multiprocess(config, [listening]).run()
        else:
            uvicorn.Server(config).run(sockets=[listening])


def application() -> Litestar:
    """The application of one process of a server."""
    return make_app(msgspec.json.decode(os.environ[_OPTIONS], type=Options, dec_hook=lambda kind, value: kind(value)))


def _listening(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((place.host, place.port))
        made.listen(128)
    except (OSError, OverflowError) as fault:
        made.close()
        why = fault.strerror if isinstance(fault, OSError) else fault
        raise TawaturError(f"{place.host}:{place.port}: nothing can listen there ({why}); name another with --port") from fault
    made.set_inheritable(True)
    return made


def _address(place: Place, listening: socket.socket) -> str:
    name = f"[{place.host}]" if ":" in place.host else place.host
    return f"{'https' if place.tls else 'http'}://{name}:{listening.getsockname()[1]}/"
