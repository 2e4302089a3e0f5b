from tawatur.intake.snapshot import Snapshot


def test_a_snapshot_is_known_by_its_bytes_alone() -> None:
    address = "https://example.org/a"
    one = Snapshot("a.html", "a.html", "html", b"<p>")
    other = Snapshot(address, address, "html", b"<p>", url=address, seen_at="2020-03-14T09:30:00Z")
    assert one.sha256 == other.sha256
    assert Snapshot("a.html", "a.html", "html", b"<q>").sha256 != one.sha256
