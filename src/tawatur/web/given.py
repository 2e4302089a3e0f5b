"""What handlers are given besides what the request says; see `app.make_app`."""

from litestar.di import NamedDependency

from tawatur.web.ledgers import Ledgers
from tawatur.web.viewer import Viewer

GivenViewer = NamedDependency[Viewer]
GivenLedgers = NamedDependency[Ledgers]
GivenIdentifier = NamedDependency[str]
"""Named `identifier`: the id that the address ends with."""
