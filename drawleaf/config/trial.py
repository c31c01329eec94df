"""A certificate for trying Drawleaf in one's own rooms, made anew at each start.

Who signed it is forgotten at once: no browser is asked to trust anybody from here on.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

A_DAY = timedelta(days=1)


def certificate(name: str, folder: Path) -> Path:
    """Certificate and key for `name` in one file, mode 600."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "trial.pem"
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    now = datetime.now(UTC)
    made = trustme.CA().issue_cert(name, not_before=now - A_DAY, not_after=now + 30 * A_DAY)
    made.private_key_and_cert_chain_pem.write_to_path(file)
    return file
