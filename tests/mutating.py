"""What the scripts share that take a check away: a copy without it, and whether a test notices."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOUSE = ["bench", "demo", "drawleaf", "tests", "vectors", "conftest.py", "pyproject.toml"]
PYTEST = ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]


def without(path: str, line: str, instead: str) -> dict[str, str]:
    """The file's text, by its path, with something else where `line` stands, once."""
    text = (ROOT / path).read_text()
    assert text.count(line) == 1, (path, line)
    return {path: text.replace(line, instead)}


def is_red(words: list[str], changed: dict[str, str], parts: list[str] = HOUSE) -> bool:
    """Whether a test fails in a copy of `parts` with these files changed; `words` go to pytest."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in parts:
            take = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            take(ROOT / part, copy / part)
        (copy / "var").mkdir()
        (copy / "var/static").symlink_to(ROOT / "var/static")
        for path, text in changed.items():
            (copy / path).write_text(text)
        home = os.environ | {"DRAWLEAF_VAR": str(copy / "var")}
        done = subprocess.run(
            [sys.executable, *PYTEST, *words], cwd=copy, env=home, capture_output=True
        )
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stdout.decode() + done.stderr.decode())
        return done.returncode == 1


def without_each(
    checks: list[tuple[str, str, str, str]], tests: list[str], wanted: list[str]
) -> Iterable[tuple[str, Callable[[], bool]]]:
    """For `report`: each (name, path, line, instead) in turn, or those of a name that is wanted."""
    yield "nothing taken away", partial(is_red, tests, {})
    for name, path, line, instead in checks:
        if not wanted or name in wanted:
            yield f"{name:32} {path}", partial(is_red, tests, without(path, line, instead))


def report(checks: Iterable[tuple[str, Callable[[], bool]]]) -> int:
    """Prints each check and what came of it; the first takes nothing away. How many are wrong."""
    wrong = 0
    for number, (name, try_it) in enumerate(checks):
        red, wanted = try_it(), number > 0
        wrong += red != wanted
        said = "red" if red else "green"
        print(f"{said if red == wanted else said.upper():6} {name}", flush=True)
    return wrong
