from itertools import pairwise

from tawatur.packs.tables import table_rows


def test_no_office_has_two_holders_at_once() -> None:
    terms = sorted((row.get("office"), row.get("of"), row.get("from"), row.get("to")) for row in table_rows("terms"))
    overlapping = [(one, other) for one, other in pairwise(terms) if one[:2] == other[:2] and other[2] < one[3]]
    assert not overlapping
    assert all(start < end for _, _, start, end in terms)
