"""Texts that are data: `content/<language>/<set>@<version>.toml` in a practice's folder."""

import tomllib
from functools import cache
from pathlib import Path

from django.utils.translation import get_language


def texts(folder: Path, name: str) -> dict[str, dict]:
    """A set in the reader's language, else in English; each entry knows its own name as `sort`."""
    return read(folder, get_language() or "en", name)


@cache
def read(folder: Path, language: str, name: str) -> dict[str, dict]:
    return {sort: {"sort": sort, **each} for sort, each in load(folder, language, name).items()}


@cache
def load(folder: Path, language: str, name: str) -> dict[str, dict]:
    """A file as it stands, in a language, or in English where it is not written in that one yet."""
    file = folder / language / name
    with (file if file.exists() else folder / "en" / name).open("rb") as text:
        return tomllib.load(text)
