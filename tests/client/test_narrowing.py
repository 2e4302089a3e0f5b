import pytest

from tawatur.client.narrowing import checked
from tawatur.errors import TawaturError
from tawatur.ledger.lists import Filters
from tawatur.model import Act


def test_filters_that_can_be_come_back_as_they_are() -> None:
    filters = Filters(first="2020-03", last="2020-03-14", type="deny", limit=0)
    assert checked(filters, Act) is filters


@pytest.mark.parametrize("filters", [Filters(first="soon"), Filters(last="2020-02-30"), Filters(type="DENY"), Filters(limit=-5)])
def test_filters_that_cannot_be(filters: Filters) -> None:
    with pytest.raises(TawaturError):
        checked(filters, Act)
