"""The places of the packs: that names resolve, that states are whole, and that the table from GeoNames is the one its inputs give."""

import subprocess
import sys
from pathlib import Path

from tawatur.packs.tables import table_rows

ROOT = Path(__file__).parent.parent.parent
BUILT = ROOT / "src" / "tawatur" / "packs" / "world" / "places_geonames.tsv"


def test_the_table_from_geonames_is_what_its_inputs_give(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts" / "build_places.py", "--output", tmp_path / "places.tsv"], check=True)
    assert (tmp_path / "places.tsv").read_bytes() == BUILT.read_bytes(), "run python scripts/build_places.py"


def test_no_place_from_geonames_repeats_a_curated_one() -> None:
    curated = {(name, row.get("country")) for row in table_rows("places") for name in row.list("ar")}
    assert [row.where for row in table_rows("places_geonames") for name in row.list("ar") if (name, row.get("country")) in curated] == []
