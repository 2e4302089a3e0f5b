from tawatur.reconciling.ids import content_id


def test_an_id_depends_on_its_parts_alone() -> None:
    assert content_id("event", "a", "b") == content_id("event", "a", "b")
    assert content_id("event", "a", "b") != content_id("event", "ab")
    assert content_id("event", "a").startswith("event-")
    assert len(content_id("event", "a")) == len("event-") + 16
