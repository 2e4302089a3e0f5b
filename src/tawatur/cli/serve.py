"""`tawatur serve`: the ledger in a browser."""

import ipaddress
import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tawatur.cli.failures import UsageError
from tawatur.cli.judge import NAME_VARIABLE
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption
from tawatur.ledger.store import Ledger
from tawatur.web.options import LOOPBACK, Options
from tawatur.web.running import Place, Tls
from tawatur.web.running import serve as run
from tawatur.wording.messages import Messages, spoken

PASSWORD, TOKEN = "TAWATUR_PASSWORD", "TAWATUR_TOKEN"
_SHORTEST = 12
_ANY = ("0.0.0.0", "::")


def serve(
    ledger: Annotated[Path, Parameter(help="The ledger's file.")],
    *,
    host: Annotated[
        tuple[str, ...],
        Parameter(negative="", help="The address to listen at; names that browsers use for it may follow. Needs a password or token."),
    ] = (),
    port: Annotated[int, Parameter(help="The port; 0 takes any that is free.")] = 8712,
    read_only: Annotated[bool, Parameter(negative="", help="Nobody can judge, and nothing is written.")] = False,
    password_file: Annotated[Path | None, Parameter(help=f"A file with the password for people; else {PASSWORD}.")] = None,
    token_file: Annotated[Path | None, Parameter(help=f"A file with the token for programs; else {TOKEN}.")] = None,
    tls_certificate: Annotated[Path | None, Parameter(help="A certificate (PEM), to serve by HTTPS.")] = None,
    tls_key: Annotated[Path | None, Parameter(help="The certificate's key (PEM).")] = None,
    workers: Annotated[int, Parameter(help="How many processes answer.")] = 1,
    open: Annotated[bool, Parameter(negative="", help="Open the page in the browser.")] = False,
    language: LanguageOption = None,
) -> int:
    """Serve the ledger as pages, in Arabic and English, and as JSON under /api/v1, until Ctrl-C.

    Only this computer can reach it, unless --host names another address; then a password or token is needed.
    """
    say = spoken(language)
    password, token = _secret(password_file, PASSWORD), _secret(token_file, TOKEN)
    if host and not (password or token):
        raise UsageError(f"--host: needs a password, in {PASSWORD} or --password-file, or a token, in {TOKEN} or --token-file")
    if (tls_certificate is None) != (tls_key is None):
        raise UsageError("--tls-certificate and --tls-key: name both, or neither")
    if workers < 1:
        raise UsageError(f"--workers: {workers} is too few; 1 or more")
    _check(ledger, say, read_only)
    tls = Tls(tls_certificate, tls_key) if tls_certificate and tls_key else None
    listening = host[0] if host else LOOPBACK[0]
    options = Options(
        ledger, hosts=_names(listening, host), password=password, token=token, is_read_only=read_only, name=os.environ.get(NAME_VARIABLE)
    )
    run(options, Place(listening, port, workers, tls), lambda address: _ready(say, address, is_to_open=open))
    return 0


def _check(ledger: Path, say: Messages, read_only: bool) -> None:
    """Brings the ledger up to date, or at least sees that it can be read as it is."""
    if read_only:
        Ledger(ledger, is_read_only=True).connection.close()
    else:
        with opened(ledger, say):
            pass


def _secret(file: Path | None, variable: str) -> str | None:
    """Raises UsageError for what cannot be read, and for what is too short to keep anybody out."""
    try:
        given = file.read_text(encoding="utf-8").strip() if file else os.environ.get(variable)
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{file}: cannot be read ({fault}); name a text file of one line") from fault
    if given is not None and len(given) < _SHORTEST:
        raise UsageError(f"{file or variable}: is too short; take {_SHORTEST} characters or more")
    return given


def _names(listening: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """By which names the server may be called."""
    own = (socket.gethostname().lower(),) if listening in _ANY else ()
    names = {*LOOPBACK, *(name.lower() for name in given if name not in _ANY), *own}
    return tuple(sorted(_plain(name) for name in names))


def _plain(name: str) -> str:
    """An address as browsers write it."""
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        return name


def _ready(say: Messages, address: str, *, is_to_open: bool) -> None:
    sys.stdout.write(say("serving", address=address) + "\n")
    sys.stdout.flush()
    if is_to_open:
        webbrowser.open(address)
