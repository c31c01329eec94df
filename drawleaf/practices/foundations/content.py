"""What trust stands on, in everyday words; the texts are a file."""

from pathlib import Path

from drawleaf.web.content import texts

HERE = Path(__file__).parent / "content"


def foundations() -> dict[str, dict]:
    """Each of the four by its name: {name, month, hint, why, examples}."""
    return texts(HERE, "foundations@1.toml")
