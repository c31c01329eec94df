"""Vectors for passkeys: the wrapping key, the root under it, and what is refused."""

from __future__ import annotations

from drawleaf.client import keyring, passkey
from drawleaf.client.bytes import b64u
from drawleaf.client.keys import Key
from tests.vectors.fixed import ANA, Case, some


def passkey_() -> list[Case]:
    cases: list[Case] = [{"does": "ask", "name": "the question", "bytes": b64u(passkey.QUESTION)}]
    root = Key(some("root", 32))
    for name, number, length in [("one byte", 1, 1), ("as most", 2, 16), ("longest", 4711, 1001)]:
        output, credential = some(f"output {name}", 32), some("credential", length)
        key, nonce = passkey.wrap_key(output, credential), some(f"nonce passkey {name}", 12)
        field = passkey.field(number)
        sealed = keyring.wrap(root, key, ANA, field, 1, 0, nonce=nonce)
        cases.append({
            "does": "wrap", "name": name, "output": b64u(output), "credential": b64u(credential),
            "wrap": b64u(key), "person": str(ANA), "number": number, "field": field,
            "root": b64u(root.secret), "nonce": b64u(nonce), "envelope": b64u(sealed.envelope),
        })  # fmt: skip
    for name, given, named in [
        ("31 bytes", 31, 16), ("33 bytes", 33, 16), ("no bytes", 0, 16),
        ("no credential", 32, 0), ("a credential of 1,002", 32, 1002),
    ]:  # fmt: skip
        refused = {"output": b64u(bytes(given)), "credential": b64u(bytes(named))}
        cases.append({"does": "refuse", "name": name, **refused, "error": "malformed"})
    for number in (0, -1):
        cases.append({"does": "refuse", "name": f"number {number}", "number": number,
                      "error": "malformed"})  # fmt: skip
    return cases
