"""Where things are kept: beside the program in a checkout, in a folder of one's own elsewhere."""

import os
from pathlib import Path

import dj_database_url

BASE_DIR = Path(__file__).resolve().parents[2]
# A wheel brings its static files along; in a checkout bin/setup collects them.
PACKED = Path(__file__).resolve().parents[1] / "static"
IS_PACKED = PACKED.is_dir()


def usual() -> Path:
    return Path.home() / ".local" / "share" / "drawleaf" if IS_PACKED else BASE_DIR / "var"


VAR = Path(os.environ.get("DRAWLEAF_VAR") or usual()).resolve()
SECRETS = VAR / "secrets"
STATIC = PACKED if IS_PACKED else BASE_DIR / "var" / "static"
DATABASE = dj_database_url.config(default=f"sqlite:///{VAR / 'drawleaf.sqlite3'}", conn_max_age=600)
IS_SQLITE = DATABASE["ENGINE"].endswith("sqlite3")
