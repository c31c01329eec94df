"""A passkey's authenticator made of a few lines, whose answers a test can bend."""

import json
import os
import struct
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import encode_cbor

from drawleaf.envelopes import base64url
from tests.cast import text

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Authenticator:
    """One passkey. `rp_id`, `origin`, `flags`, `count` and `person` may be made to lie."""

    def __init__(self, rp_id="localhost", origin="http://localhost"):
        self.rp_id, self.origin = rp_id, origin
        self.flags, self.count = PRESENT | VERIFIED, 0
        self.key, self.id = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
        self.person = b""

    def create(self, asked: dict) -> str:
        """The answer to what `navigator.credentials.create` was asked."""
        self.person = base64url.decode(asked["user"]["id"])
        point = self.key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)}
        made = bytes(16) + struct.pack(">H", len(self.id)) + self.id + encode_cbor(cose)
        data = self.data(ATTESTED) + made
        attestation = encode_cbor({"fmt": "none", "attStmt": {}, "authData": data})
        client = self.client("webauthn.create", asked)
        return self.spelled(clientDataJSON=client, attestationObject=attestation)

    def get(self, asked: dict) -> str:
        """The answer to what `navigator.credentials.get` was asked."""
        self.count += 1
        data, client = self.data(), self.client("webauthn.get", asked)
        signed = self.key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self.spelled(
            clientDataJSON=client, authenticatorData=data, signature=signed, userHandle=self.person
        )

    def data(self, more=0) -> bytes:
        head = sha256(self.rp_id.encode()).digest() + bytes([self.flags | more])
        return head + struct.pack(">I", self.count)

    def client(self, kind: str, asked: dict) -> bytes:
        said = {"type": kind, "challenge": asked["challenge"], "origin": self.origin}
        return json.dumps(said).encode()

    def spelled(self, **response: bytes) -> str:
        parts = {name: text(part) for name, part in response.items()}
        whole = {"id": text(self.id), "rawId": text(self.id), "type": "public-key"}
        return json.dumps(whole | {"response": parts})
