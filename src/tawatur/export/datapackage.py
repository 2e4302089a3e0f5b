"""What the CSV files of a package hold, as a Data Package with Table Schemas, for tools that know Frictionless standards.

https://specs.frictionlessdata.io/data-package/ and https://specs.frictionlessdata.io/table-schema/
"""

from collections.abc import Iterable
from typing import Any

from tawatur.export.format import Part
from tawatur.export.tidy import Column, ColumnType, Table, vocabulary

NAME = "datapackage.json"
_TYPES: dict[ColumnType, dict[str, Any]] = {
    "string": {"type": "string"},
    "list": {"type": "string"},
    "int64": {"type": "integer"},
    "float64": {"type": "number"},
    "bool": {"type": "boolean", "trueValues": ["TRUE"], "falseValues": ["FALSE"]},
    "date32": {"type": "date"},
    "timestamp": {"type": "datetime", "format": "any"},
}


def datapackage(format: str, resources: Iterable[tuple[Part, Table]]) -> dict[str, Any]:
    """The descriptor of a package of a format, with its CSV files and the table in each."""
    return {
        "profile": "tabular-data-package",
        "name": f"tawatur-{format}",
        "resources": [_resource(part, table) for part, table in resources if part.file.endswith(".csv")],
    }


def _resource(part: Part, table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": part.file,
        "title": table.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in table.columns], "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, Any]:
    """A column; what it means in both languages, and the values it may have."""
    unit = f" ({column.unit})" if column.unit else ""
    described = {"name": column.name, **_TYPES[column.type], "description": f"{column.en}{unit} · {column.ar}"}
    values = [one.value for one in vocabulary(column.values)] if column.type == "string" else []
    return {**described, "constraints": {"enum": values}} if values else described
