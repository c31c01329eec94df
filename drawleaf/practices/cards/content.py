"""The texts around the cards; the cards themselves are a set of questions."""

from pathlib import Path

from drawleaf.web.content import texts

HERE = Path(__file__).parent / "content"


def depths() -> dict[str, dict]:
    """Each depth by its name: {sort, depth, name, why, how, door?}."""
    return texts(HERE, "depths@1.toml")


def themes() -> dict[str, dict]:
    return texts(HERE, "themes@1.toml")


def around() -> dict[str, dict]:
    """The steps of a reply, acts, telling, and what follows a heavy card."""
    return texts(HERE, "reply@1.toml")
