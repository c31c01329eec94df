"""Secret keys of this server, made on first need and kept in the var folder with mode 600."""

import os
import secrets
from pathlib import Path


def secret(folder: Path, name: str, size: int = 50) -> str:
    """The secret kept under this name, `size` random bytes as URL-safe text; made once."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(size) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return path.read_text("ascii").strip()
