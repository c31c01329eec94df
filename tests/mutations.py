"""Takes each check of OPEN away in turn and shows that a test notices.

`python -m tests.mutations` works on a copy; it prints a table, check · red or green.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLIENT = Path("drawleaf/client")
CHECK = re.compile(r"if ((?:[^\n]|\n\s+(?:and|or) )+):\n\s+raise VaultError\(\"(\w+)\"")
DECRYPT = re.compile(r"return AESGCM\(key\.secret\)\.decrypt\(.*\)\n")
# The same cipher with its seal broken: it decrypts whatever comes.
UNCHECKED = """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CTR
    return Cipher(AES(key.secret), CTR(nonce + bytes([0, 0, 0, 2]))).decryptor().update(box[:-16])
"""


def without_each() -> list[tuple[str, Path, str]]:
    """Name of the check, its file, and the file's text without it."""
    found = []
    for name in ("envelope.py", "body.py"):
        path = CLIENT / name
        text = (ROOT / path).read_text()
        start = text.index("def unseal") if name == "envelope.py" else 0
        for check in CHECK.finditer(text, start):
            gone = text[: check.start(1)] + "False" + text[check.end(1) :]
            line = text[: check.start()].count("\n") + 1
            found.append((f"{check[2]:16} {name}:{line}  {' '.join(check[1].split())}", path, gone))
    path = CLIENT / "envelope.py"
    text = (ROOT / path).read_text()
    broken = DECRYPT.sub(lambda _: UNCHECKED.strip().replace("\n    ", "\n        ") + "\n", text)
    assert broken != text
    found.append((f"{'damaged':16} envelope.py  the tag of AES-GCM", path, broken))
    return found


def is_red(path: Path | None = None, text: str = "") -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(ROOT / CLIENT, copy / CLIENT)
        shutil.copytree(ROOT / "vectors", copy / "vectors")
        (copy / "drawleaf/__init__.py").touch()
        (copy / "pytest.ini").write_text("[pytest]\nmarkers = once\n")
        if path:
            (copy / path).write_text(text)
        words = ["-m", "pytest", "-q", "-x", "-p", "no:django", "-p", "no:cacheprovider"]
        tests = [str(CLIENT / "tests" / f"test_{name}.py") for name in
                 ("vectors_plain", "vectors_envelope", "generated")]  # fmt: skip
        done = subprocess.run([sys.executable, *words, *tests], cwd=copy, capture_output=True)
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stdout.decode() + done.stderr.decode())
        return done.returncode == 1


def main() -> int:
    print(f"{'red' if is_red() else 'green':6} nothing taken away")
    green = 0
    for name, path, text in without_each():
        red = is_red(path, text)
        green += not red
        print(f"{'red' if red else 'GREEN':6} {name}", flush=True)
    return green


if __name__ == "__main__":
    sys.exit(main())
