"""The production server with a clock that a test moves: `python -m tests.later --port N`.

How many seconds it is ahead stands in a file beside the database, so that it can be moved while
somebody sits before a page.
"""

import argparse
import os
from datetime import datetime, timedelta
from pathlib import Path

from bench.house import House
from drawleaf.config.serve import main
from drawleaf.web import clock


class LaterHouse(House):
    serve = "tests.later"

    def later(self, until: datetime) -> None:
        """From now on its clock has gone on to here."""
        ahead = until - clock.now()
        (self.var / "ahead").write_text(str(ahead.total_seconds()))


def move_the_clock(var: Path) -> None:
    now = clock.now

    def moved() -> datetime:
        file = var / "ahead"
        return now() + timedelta(seconds=float(file.read_text()) if file.exists() else 0)

    clock.now = moved


if __name__ == "__main__":
    words = argparse.ArgumentParser()
    words.add_argument("--port", type=int)
    move_the_clock(Path(os.environ["DRAWLEAF_VAR"]))
    main(words.parse_args().port)
