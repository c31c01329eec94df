"""Measures everything once and prints it: as a table, or with --json as one object."""

import json
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from . import pages, search, today, trend, weight
from .house import House
from .story import live

STARTS = 5


def main() -> None:
    with TemporaryDirectory(prefix="drawleaf-bench-") as folder, House(Path(folder)) as house:
        ana = live(house)
        found = {"pages": pages.measure(house, ana)}
        found["record_write"] = pages.measure_writing(house, ana)
        found["weight"] = weight.measure(house)
        found["memory"] = {"pss_mib": house.pss_mib()}
        found["start"] = {"seconds": median(restart(house) for _ in range(STARTS))}
    found |= today.measure()
    found |= search.measure()
    found |= trend.measure()
    found = {
        room: {name: round(value, 3) for name, value in figures.items()}
        for room, figures in found.items()
    }
    if "--json" in sys.argv:
        print(json.dumps(found))
        return
    for room, figures in found.items():
        for name, value in figures.items():
            print(f"{room + '.' + name:20} {value:10g}")


def restart(house: House) -> float:
    house.stop()
    return house.start()


main()
