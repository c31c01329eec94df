"""Reads `vectors/` for the tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from drawleaf.client.place import Place

FOLDER = Path(__file__).parents[3] / "vectors"


def cases(topic: str, does: str | None = None) -> list[Any]:
    found = json.loads((FOLDER / f"{topic}.json").read_text())["cases"]
    return [case for case in found if does is None or case["does"] == does]


def name(case: Any) -> str:
    return str(case["name"]) if isinstance(case, dict) and "name" in case else ""


def place(given: dict[str, Any]) -> Place:
    ids = {part: UUID(given[part]) for part in ("scope", "author", "record")}
    return Place(**(given | ids))
