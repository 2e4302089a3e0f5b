"""What Litestar does not say of the API by itself: problems, headers, who may ask, and what the records mean."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from tawatur.model import Record
from tawatur.reconciling.why import Reason
from tawatur.web.api.problems import MEDIA_TYPE, NAMES, Problem

Described = dict[str, Any]

_GENERIC = re.compile(r"(\w+)_tawatur\.model\.(\w+)_")
"""What Litestar calls a record with a parameter, such as `Change[Figure]`."""
_ANYWHERE = {
    400: "A parameter is wrong, given twice, or none of those that there are.",
    401: "The server wants a token, and it was not sent, or is another.",
    404: "There is no such thing, or no such page.",
    406: "The asker does not take JSON.",
    409: "The request does not agree with what is in the ledger.",
    503: "The ledger cannot be read or written now; try again.",
}
_IN_WRITING = {
    403: "The server is read only, or the request comes from a page of another site.",
    413: "The request is larger than is taken.",
    415: "What was sent is not declared as JSON.",
    422: "The judgement makes no sense; none is written.",
}
_ETAG = {
    "description": "Of the ledger's state: send it as If-None-Match, and get 304 while nothing changed. Missing while something comes in.",
    "schema": {"type": "string"},
    "required": False,
}
_LINK = {"description": 'The address of the next page (RFC 8288, rel="next"), where there is one.', "schema": {"type": "string"}}
_IF_NONE_MATCH = {
    "name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"},
    "description": "The ETag of an answer that the asker has.", "example": 'W/"0f3c"',
}  # fmt: skip


def finished(schema: Described) -> Described:
    """The description with all of that put in."""
    schema = msgspec.json.decode(_GENERIC.sub(r"\1Of\2", msgspec.json.encode(schema).decode()))
    schema["components"]["schemas"] |= _problem()
    for name, component in schema["components"]["schemas"].items():
        _explain(name, component)
        if "kind" in component.get("required", ()) and "const" in component["properties"]["kind"]:
            component["additionalProperties"] = False
    for method, operation in _operations(schema):
        operation["security"] = [{}, {"token": []}]
        for parameter in operation.get("parameters", ()):
            _plain(parameter)
        _put_example(operation)
        _put_problems(operation, _ANYWHERE | (_IN_WRITING if method == "post" else {}))
        if method == "get" and operation["operationId"] not in ("entrance", "problems"):
            _put_validators(operation)
    return schema


def _operations(schema: Described) -> Iterator[tuple[str, Described]]:
    for item in schema["paths"].values():
        yield from item.items()


def _problem() -> Described:
    _, components = msgspec.json.schema_components([Problem], ref_template="#/components/schemas/{name}")
    return components


def _explain(name: str, component: Described) -> None:
    """What a record is, as its module says; Litestar calls those of one name by their modules too."""
    meaning = _meanings().get(name)
    if meaning:
        component["description"] = " ".join(meaning.split())


def _meanings() -> dict[str, str]:
    kinds: list[type[Any]] = [*_kinds(Record), Reason]
    plain = {kind.__name__: kind.__doc__ or "" for kind in kinds}
    return plain | {
        "_".join((*kind.__module__.split(".")[-count:], kind.__name__)): kind.__doc__ or "" for kind in kinds for count in (1, 2)
    }


def _module(kind: type[Any], depth: int) -> str:
    return "_".join(kind.__module__.split(".")[-depth:])


def _kinds(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _kinds(one)


def _plain(parameter: Described) -> None:
    """A parameter that may be left out is not null: it is not there."""
    shape = parameter["schema"]
    alternatives: list[Described] = shape.pop("oneOf", [])
    for one in alternatives:
        if one.get("type") != "null":
            shape.update(one)
    if "enum" in shape:
        shape.update(type="string", enum=[value for value in shape["enum"] if value is not None])
    for key in ("description", "examples"):
        shape.pop(key, None)
    if "examples" not in parameter:
        parameter["example"] = shape["enum"][0] if "enum" in shape else _examples()["parameters"][parameter["name"]]
    for key in ("deprecated", "allowEmptyValue", "allowReserved"):
        parameter.pop(key, None)


def _put_problems(operation: Described, told: dict[int, str]) -> None:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, meaning in told.items():
        example = {
            "type": f"/api/v1/problems#{NAMES[status]}",
            "title": meaning,
            "status": status,
            "detail": meaning,
            "instance": "/api/v1",
        }
        operation["responses"][str(status)] = {
            "description": meaning, "content": {MEDIA_TYPE: {**content[MEDIA_TYPE], "example": example}},
        }  # fmt: skip


def _put_example(operation: Described) -> None:
    """What an answer may look like, cut short."""
    answer = operation["responses"]["201" if "201" in operation["responses"] else "200"]
    answer["content"]["application/json"]["example"] = _examples()[operation["operationId"]]


@cache
def _examples() -> Described:
    """By operation; `examples.json` holds them."""
    return msgspec.json.decode((files("tawatur.web.api") / "examples.json").read_bytes(), type=Described)


def _put_validators(operation: Described) -> None:
    headers = {"ETag": _ETAG} | ({"Link": _LINK} if any(one["name"] == "after" for one in operation.get("parameters", ())) else {})
    operation["responses"]["200"]["headers"] = headers
    operation["responses"]["304"] = {"description": "Nothing changed since the answer with that ETag.", "headers": {"ETag": _ETAG}}
    operation.setdefault("parameters", []).append(_IF_NONE_MATCH)
