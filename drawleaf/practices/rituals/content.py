"""The rituals one can begin with; the texts are a file."""

from pathlib import Path

from drawleaf.web.content import texts

HERE = Path(__file__).parent / "content"


def sorts() -> dict[str, dict]:
    """Each sort by its name: {name, why, after, when, ideas, apart, asks?}."""
    return texts(HERE, "rituals@1.toml")
