"""Measures everything once and prints it: as a table, or with --json as one object."""

import json
import sys
from statistics import median

from . import pages, weight
from .house import House
from .story import move_in

STARTS = 5


def main() -> None:
    with House() as house:
        ana = move_in(house)
        found = {"pages": pages.measure(house, ana)}
        found["record_write"] = pages.measure_writing(house, ana)
        found["weight"] = weight.measure(house)
        found["memory"] = {"pss_mib": house.pss_mib()}
        found["start"] = {"seconds": median(restart(house) for _ in range(STARTS))}
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
