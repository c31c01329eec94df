"""What two may be on their way to; the texts are a file."""

from pathlib import Path

from drawleaf.web.content import texts

HERE = Path(__file__).parent / "content"


def sorts() -> dict[str, dict]:
    """Each sort by its name: {name, why, ideas, apart, has_amount}."""
    return texts(HERE, "goals@1.toml")
