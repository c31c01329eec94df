"""Takes each check of OPEN away in turn and shows that a test notices.

`python -m tests.mutations` works on a copy; it prints a table, check · red or green.
"""

import re
import sys
from functools import partial

from tests.mutating import ROOT, is_red, report

CLIENT = "drawleaf/client"
TESTS = [f"{CLIENT}/tests/test_{name}.py" for name in
         ("vectors_plain", "vectors_envelope", "vectors_passkey", "generated")]  # fmt: skip
# The client alone, without the house around it.
ALONE = {"drawleaf/__init__.py": "", "pytest.ini": "[pytest]\nmarkers = once\n"}
CHECK = re.compile(r"if ((?:[^\n]|\n\s+(?:and|or) )+):\n\s+raise VaultError\(\"(\w+)\"")
DECRYPT = re.compile(r"return AESGCM\(key\.secret\)\.decrypt\(.*\)\n")
# The same cipher with its seal broken: it decrypts whatever comes.
UNCHECKED = """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CTR
    return Cipher(AES(key.secret), CTR(nonce + bytes([0, 0, 0, 2]))).decryptor().update(box[:-16])
"""


def without_each() -> list[tuple[str, str, str]]:
    """Name of the check, its file, and the file's text without it."""
    found = []
    for name in ("envelope.py", "body.py", "passkey.py"):
        path = f"{CLIENT}/{name}"
        text = (ROOT / path).read_text()
        start = text.index("def unseal") if name == "envelope.py" else 0
        for check in CHECK.finditer(text, start):
            gone = text[: check.start(1)] + "False" + text[check.end(1) :]
            line = text[: check.start()].count("\n") + 1
            found.append((f"{check[2]:16} {name}:{line}  {' '.join(check[1].split())}", path, gone))
    path = f"{CLIENT}/envelope.py"
    text = (ROOT / path).read_text()
    broken = DECRYPT.sub(lambda _: UNCHECKED.strip().replace("\n    ", "\n        ") + "\n", text)
    assert broken != text
    found.append((f"{'damaged':16} envelope.py  the tag of AES-GCM", path, broken))
    return found


def each():
    tried = partial(is_red, ["-p", "no:django", *TESTS], parts=[CLIENT, "vectors"])
    yield "nothing taken away", partial(tried, ALONE)
    for name, path, text in without_each():
        yield name, partial(tried, ALONE | {path: text})


if __name__ == "__main__":
    sys.exit(report(each()))
