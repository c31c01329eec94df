"""One page of a notebook, and what of it was laid on the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """`ago` in days; `leaf` is a passage of `text`, word for word, or empty."""

    ago: int
    text: str
    leaf: str = ""

    def __post_init__(self) -> None:
        if self.leaf not in self.text:
            raise ValueError(f"not a passage of the page: {self.leaf}")


# Stands for the same day a year before, whatever the year's length.
A_YEAR = -1
