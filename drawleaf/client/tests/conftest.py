"""Counts what the generated tests have tried, and says so at the end of the run."""

from __future__ import annotations

from collections import Counter

import pytest

COUNTS: Counter[str] = Counter()


@pytest.fixture
def counted():
    return COUNTS


@pytest.fixture
def count(counted):
    def add(what: str, number: int = 1) -> None:
        counted[what] += number

    return add


def pytest_terminal_summary(terminalreporter):
    if COUNTS:
        terminalreporter.write_line(
            f"vault: {COUNTS['refused']:,} generated envelopes refused, "
            f"{COUNTS['marked']:,} forged ones marked"
        )
