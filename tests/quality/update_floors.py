"""Raises the floors to what is measured now; refuses when any would fall.

Run from the repository's root: `python -m tests.quality.update_floors`.
"""

import json
import sys

from .floors import FLOORS, LoweredFloorError, load_floors, measure, raised


def main() -> int:
    measured, old = measure(), load_floors()
    try:
        new = raised(measured, old)
    except LoweredFloorError as error:
        print(error, file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    for name, floor in new.items():
        print(f"{name:24} {old.get(name, 0.0):.3f} -> {floor:.3f}  (measured {measured[name]:.3f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
