"""The reader: what one document says, layer by layer. Each layer is a function of the scan and the layers before it."""

from tawatur.model import Document, Reading
from tawatur.packs.lexicon import Lexicon

READER_VERSION = "1"
"""Part of the key under which readings are cached: raise it whenever a rule changes what is read."""


def read(document: Document, lexicon: Lexicon) -> Reading:
    """Reads one document. `document` carries the text and what is known of it from outside; zones and the rest are found here."""
    return Reading(document)
