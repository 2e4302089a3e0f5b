from tawatur.export.datapackage import datapackage
from tawatur.export.format import Part
from tawatur.export.tidy import tables, vocabulary


def test_a_table_as_a_schema() -> None:
    described = datapackage("csv", [(Part("events.csv", 3, "events"), tables()["events"])])
    (resource,) = described["resources"]
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert (described["name"], resource["path"], resource["name"]) == ("tawatur-csv", "events.csv", "events")
    assert list(fields) == list(tables()["events"].names)
    assert fields["latitude"]["type"] == "number"
    assert fields["date_earliest"]["type"] == "date"
    assert fields["chains_min"]["type"] == "integer"
    assert "(chains) · " in fields["chains_min"]["description"]
    assert fields["mode"]["constraints"] == {"enum": [one.value for one in vocabulary("Mode")]}
    assert (fields["actor_bases"]["type"], "constraints" in fields["actor_bases"]) == ("string", False)
    assert resource["schema"]["missingValues"] == [""]


def test_only_what_is_csv() -> None:
    assert datapackage("parquet", [(Part("events.parquet", 3, "events"), tables()["events"])])["resources"] == []
