from tawatur.export.coding_places import Whereabouts, whereabouts
from tawatur.export.coding_sources import source_scale
from tests.export.coded import TAJI


def test_how_near_outlets_are() -> None:
    where = whereabouts(TAJI)
    assert source_scale(["السومرية نيوز"], where) == "National"
    assert source_scale(["السومرية نيوز", "بي بي سي"], where) == "National-International"
    assert source_scale(["سانا"], where) == "Regional"


def test_one_outlet_without_a_home_leaves_it_open() -> None:
    assert source_scale(["السومرية نيوز", "جريدة لا يعرفها أحد"], whereabouts(TAJI)) is None
    assert source_scale([], whereabouts(TAJI)) is None
    assert source_scale(["السومرية نيوز"], Whereabouts()) is None
