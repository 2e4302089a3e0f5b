"""Every format that comes in a package, by name. A new one is a module that gives a `Format`, a line here, and a text in `about/`."""

from tawatur.export.coded_files import ACLED, UCDP
from tawatur.export.format import Format
from tawatur.export.geojson import GEOJSON
from tawatur.export.hxl import HXL
from tawatur.export.jsonld import JSONLD
from tawatur.export.tabular import CSV, PARQUET

FORMATS: dict[str, Format] = {one.name: one for one in (CSV, PARQUET, ACLED, UCDP, GEOJSON, HXL, JSONLD)}
