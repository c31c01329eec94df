"""What two may be on their way to, in the reader's language; the texts are a file."""

import tomllib
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

HERE = Path(__file__).parent / "content"
VERSION = "goals@1.toml"


def sorts() -> dict[str, dict]:
    """Each sort of goal by its name: {name, why, ideas, apart, has_amount}."""
    return read(get_language() or "en")


@cache
def read(language: str) -> dict[str, dict]:
    file = HERE / language / VERSION
    with (file if file.exists() else HERE / "en" / VERSION).open("rb") as text:
        return {sort: {"sort": sort, **each} for sort, each in tomllib.load(text).items()}
