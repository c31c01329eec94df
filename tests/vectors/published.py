"""Known answers that others have published, typed in hexadecimal as they stand there."""

from __future__ import annotations

from drawleaf.client.bytes import b64u
from tests.vectors.fixed import Case

HKDF = [
    ("RFC 5869 A.1", "0b" * 22, "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
     "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"),
    ("RFC 5869 A.2", bytes(range(0x50)).hex(), bytes(range(0x60, 0xB0)).hex(),
     bytes(range(0xB0, 0x100)).hex(),
     "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e59"
     "0e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"),
    ("RFC 5869 A.3", "0b" * 22, "", "",
     "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"),
]  # fmt: skip

HMAC = [
    ("RFC 4231 4.2", "0b" * 20, b"Hi There".hex(),
     "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    ("RFC 4231 4.3", b"Jefe".hex(), b"what do ya want for nothing?".hex(),
     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    ("RFC 4231 4.4", "aa" * 20, "dd" * 50,
     "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    ("RFC 4231 4.5", bytes(range(1, 26)).hex(), "cd" * 50,
     "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    ("RFC 4231 4.7", "aa" * 131, b"Test Using Larger Than Block-Size Key - Hash Key First".hex(),
     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
]  # fmt: skip

# A private key, the other's public key, what comes of it; None where that is all zero.
X25519 = [
    ("RFC 7748 5.2", "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
     "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
     "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"),
    ("RFC 7748 6.1", "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
     "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
     "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"),
    ("wycheproof x25519 1", "c8a9d5a91091ad851c668b0736c1c9a02936c0d3ad62670858088047ba057475",
     "504a36999f489cd2fdbc08baff3d88fa00569ba986cba22548ffde80f9806829",
     "436a2c040cf45fea9b29a0cb81b1f41458f863d0d61b453d0a982720d6d61320"),
    ("wycheproof x25519 2", "d85d8c061a50804ac488ad774ac716c3f5ba714b2712e048491379a500211958",
     "63aa40c6e38346c5caf23a6df0a5e6c80889a08647e551b3563449befcfc9733",
     "279df67a7c4611db4708a0e8282b195e5ac0ed6f4b2f292c6fbd0acac30d1332"),
    ("wycheproof x25519 33", "a8386f7f16c50731d64f82e6a170b142a4e34f31fd7768fcb8902925e7d1e25a",
     "04" + "00" * 31, "34b7e4fa53264420d9f943d15513902342b386b172a0b0b7c8b8f2dd3d669f59"),
    ("wycheproof x25519 50", "20d4d624cf732f826f09e8088017742f13f2da98f4dcf4b40519adb790cebf64",
     "ed" + "ff" * 30 + "5f", "5716296baf2b1a6b9cd15b23ba86829743d60b0396569be1d5b40014c06b477d"),
    ("wycheproof x25519 31", "88227494038f2bb811d47805bcdf04a2ac585ada7f2f23389bfd4658f9ddd45e",
     "00" * 32, None),
    ("wycheproof x25519 32", "48232e8972b61c7e61930eb9450b5070eae1c670475685541f0476217e48184f",
     "01" + "00" * 31, None),
    ("wycheproof x25519 61", "e0f978dfcd3a8f1a5093418de54136a584c20b7b349afdf6c0520886f95b1272",
     "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800", None),
    ("wycheproof x25519 63", "c8fe0df92ae68a03023fc0c9adb9557d31be7feed0d3ab36c558143daf4dbb40",
     "ec" + "ff" * 30 + "7f", None),
]  # fmt: skip

ARGON2ID = [
    ("RFC 9106 5.3", "01" * 32, "02" * 16, "03" * 8, "04" * 12, 32, 3, 4,
     "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"),
]  # fmt: skip

FEFF, WORDS = "feffe9928665731c6d6a8f9467308308" * 2, (
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
    "b16aedf5aa0de657ba637b391aafd255"
)  # fmt: skip
BOX = (
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
    "c5f61e6393ba7a0abcc9f662898015ad"
)
SPECIAL = "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f"
# Key, nonce, AAD, words, box and tag.
AES_GCM = [
    ("NIST GCM 13", "00" * 32, "00" * 12, "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
    ("NIST GCM 14", "00" * 32, "00" * 12, "", "00" * 16,
     "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
    ("NIST GCM 15", FEFF, "cafebabefacedbaddecaf888", "", WORDS,
     BOX + "b094dac5d93471bdec1a502270e3cc6c"),
    ("NIST GCM 16", FEFF, "cafebabefacedbaddecaf888", "feedfacedeadbeef" * 2 + "abaddad2",
     WORDS[:120], BOX[:120] + "76fc6ece0f4e1768cddf8853bb2d551b"),
    ("wycheproof aes_gcm 73", "92ace3e348cd821092cd921aa3546374299ab46209691bc28b8752d17f123c20",
     "00112233445566778899aabb", "00000000ffffffff", "00010203040506070809",
     "e27abdd2d2a53d2f136b9a4a2579529301bcfb71c78d4060f52c"),
    ("wycheproof aes_gcm 76", "cc56b680552eb75008f5484b4cb803fa5063ebd6eab91f6ab6aef4916a766273",
     "99e23ec48985bccdeeab60f1", "", "2a", "06633c1e9703ef744ffffb40edf9d14355"),
    ("wycheproof aes_gcm 83", "cdccfe3f46d782ef47df4e72f0c02d9c7f774def970d23486f11a57f54247f17",
     "376187894605a8d45e30de51", "956846a209e087ed", "e28e0e9f9d22463ac0e42639b530f42102fded75",
     "feca44952447015b5df1f456df8ca4bb4eee2ce2082e91924deeb77880e1b1c84f9b8d30"),
    ("wycheproof aes_gcm 92", SPECIAL, "00" * 12, "", "561008fa07a68f5c61285cd013464eaf",
     "23293e9b07ca7d1b0cae7cc489a973b3" + "ff" * 16),
    ("wycheproof aes_gcm 93", SPECIAL, "ff" * 12, "", "c6152244cea1978d3e0bc274cf8c0b3b",
     "7cb6fc7c6abc009efe9551a99f36a421" + "00" * 16),
]  # fmt: skip


def b(hexed: str | None) -> str | None:
    return None if hexed is None else b64u(bytes.fromhex(hexed))


def cases() -> list[Case]:
    return [
        *({"does": "hkdf", "name": n, "source": n, "ikm": b(k), "salt": b(s), "info": b(i),
           "length": len(o) // 2, "okm": b(o)} for n, k, s, i, o in HKDF),
        *({"does": "hmac", "name": n, "source": n, "key": b(k), "data": b(d), "mac": b(m)}
          for n, k, d, m in HMAC),
        *({"does": "x25519", "name": n, "source": n, "private": b(k), "public": b(p),
           "shared": b(s)} for n, k, p, s in X25519),
        *({"does": "argon2id", "name": n, "source": n, "pass": b(w), "salt": b(s),
           "secret": b(k), "ad": b(a), "memory": m, "passes": t, "lanes": p, "hash": b(h)}
          for n, w, s, k, a, m, t, p, h in ARGON2ID),
        *({"does": "aes_gcm", "name": n, "source": n, "key": b(k), "nonce": b(v), "aad": b(a),
           "plain": b(p), "box": b(c)} for n, k, v, a, p, c in AES_GCM),
    ]  # fmt: skip
