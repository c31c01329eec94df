"""What can stand between two, to be looked at by one alone; the texts and the rules are a file."""

from pathlib import Path

from drawleaf.web.content import texts

HERE = Path(__file__).parent / "content"
SET = "barriers@1"


def exploration() -> dict[str, dict]:
    """`rules`, and each family by its name: {name, why, groups, fear, alone, keep}."""
    return texts(HERE, f"{SET}.toml")
