from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from tawatur.web.api.schema import schema


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in schema()["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def test_every_address_and_parameter_is_explained() -> None:
    assert [path for path, _, operation in operations() if not operation.get("summary") or not operation.get("description")] == []
    told = [(path, one["name"]) for path, _, operation in operations() for one in operation.get("parameters", ()) if not one["description"]]
    assert told == []
    names = [operation["operationId"] for *_, operation in operations()]
    assert len(names) == len(set(names))


def test_every_answer_is_explained() -> None:
    assert [path for path, _, operation in operations() for one in operation["responses"].values() if not one["description"]] == []
    statuses = {method: set(operation["responses"]) for _, method, operation in operations()}
    assert {"200", "304", "400", "401", "404", "406", "409", "503"} == statuses["get"]
    assert {"201", "403", "413", "415", "422"} <= statuses["post"]


def test_every_record_of_the_model_is_explained() -> None:
    components = schema()["components"]["schemas"]
    assert components["Event"]["description"].startswith("Event mentions of one or more documents")
    assert components["Problem"]["required"] == ["type", "title", "status", "detail", "instance"]
    assert not [name for name in components if "." in name]
    assert components["Undo"]["additionalProperties"] is False


def test_parameters_that_may_be_left_out_are_not_null() -> None:
    shapes = [one["schema"] for *_, operation in operations() for one in operation.get("parameters", ())]
    assert all("oneOf" not in shape and None not in shape.get("enum", ()) and isinstance(shape["type"], str) for shape in shapes)


def test_a_token_may_be_needed() -> None:
    assert schema()["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert all({"token": []} in operation["security"] for *_, operation in operations())


def test_every_answer_has_an_example_of_its_form() -> None:
    for _, method, operation in operations():
        content = operation["responses"]["201" if method == "post" else "200"]["content"]["application/json"]
        whole = {"$ref": "#/schema", "schema": content["schema"], "components": schema()["components"]}
        jsonschema_rs.Draft202012Validator(whole).validate(content["example"])


def test_every_parameter_has_an_example_of_its_form() -> None:
    for _, _, operation in operations():
        for one in operation.get("parameters", ()):
            given = [example["value"] for example in one["examples"].values()] if "examples" in one else [one["example"]]
            for example in given:
                jsonschema_rs.validate(one["schema"], example)
