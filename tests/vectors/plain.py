"""Vectors for what comes before any envelope: bytes, JSON, passphrase, code, key ids."""

from __future__ import annotations

from drawleaf.client import passphrase, recovery
from drawleaf.client.bytes import b64u, lp
from drawleaf.client.keys import key_id, tag_key, tick_record
from tests.vectors.fixed import ANA, BO, OURS, Case, some, some_id


def bytes_() -> list[Case]:
    good = [b"", b"\0", b"\xff\xfe", b"\xfb\xff\xfe", some("bytes", 40)]
    cases: list[Case] = [
        {"name": f"{len(b)} bytes", "text": b64u(b), "bytes": b64u(b), "hex": b.hex()} for b in good
    ]
    bad = {
        "padding": "AA==",
        "one letter over": "A",
        "bits left over": "AB",
        "bits left over, three letters": "AAB",
        "the other alphabet": "+/8",
        "a space": "AA AA",
        "a line break": "AAAA\n",
        "not a letter": "AA!A",
        "not ASCII": "AAé",
    }
    cases += [{"name": name, "text": text, "bytes": None} for name, text in bad.items()]
    words = {"nothing": "", "ascii": "leaf", "more than a byte each": "Blätter"}
    return cases + [
        {"name": f"lp of {n}", "of": b64u(w.encode()), "lp": b64u(lp(w))} for n, w in words.items()
    ]


def body() -> list[Case]:
    good = [
        '{"kind":"a.b"}',
        '{"a":[1,-1,0,true,false,null,"",{}],"b_2":9007199254740991}',
        '{"a":-9007199254740991}',
        '{"a":"\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\x7f/\u2028\u2029é🍃"}',
        '{"b":1,"a":2}',
        '{"a":' * 15 + "{}" + "}" * 15,
        '{"a":' + "[" * 15 + "]" * 15 + "}",
    ]
    bad = [
        "", "null", "[]", '"a"', "{}}", '{"a":1,}', '{"a":1', ' {"a":1}', '{"a": 1}', '{"a":1}\n',
        '\ufeff{"a":1}', '{"a":1,"a":1}', '{"a":1,"a":2}', '{"A":1}', '{"1":1}', '{"_a":1}',
        '{"a-b":1}', '{"":1}', '{"é":1}', '{"__proto__":1}', '{"a\\n":1}', '{"a":[{"B":1}]}',
        '{"a":1.0}', '{"a":1.5}', '{"a":1e3}', '{"a":-0}', '{"a":01}', '{"a":9007199254740992}',
        '{"a":-9007199254740992}', '{"a":123456789012345678901234567890}', '{"a":NaN}',
        '{"a":Infinity}', '{"a":"\\u00e9"}', '{"a":"\\u001F"}', '{"a":"\\/"}', '{"a":"\\ud800"}',
        '{"a":"\\udc00x"}', '{"a":"\\ud83c\\udf43"}', '{"a":"\t"}', '{"a":\'b\'}',
        '{"a":' * 16 + "{}" + "}" * 16, '{"a":' + "[" * 16 + "]" * 16 + "}",
    ]  # fmt: skip
    raw = {
        "not UTF-8": b'{"a":"\xff"}',
        "an overlong slash": b'{"a":"\xc0\xaf"}',
        "a surrogate in UTF-8": b'{"a":"\xed\xa0\x80"}',
    }
    cases: list[Case] = [{"name": f"good {n}", "text": t, "ok": True} for n, t in enumerate(good)]
    cases += [{"name": f"bad {n}", "text": t, "ok": False} for n, t in enumerate(bad)]
    return cases + [{"name": name, "bytes": b64u(b), "ok": False} for name, b in raw.items()]


def passphrase_() -> list[Case]:
    salt = some("site salt", 16)
    cases: list[Case] = []
    for name, user, typed in [
        ("five words", "ana", "abacus zoom oat spool absentee"),
        ("spaces, composed letters", "bo@example.org", "\u2003 cafe\u0301\u00a0\t le\ufb01n\u3000"),
        ("a name of 64", "a" + "._@+-9" * 10 + "xyz", "é"),
    ]:  # fmt: skip
        secrets = passphrase.derive(user, typed, 1, salt)
        cases.append({
            "name": name, "user": user, "pass": typed, "kdf": 1, "salt": b64u(salt),
            "normalised": b64u(passphrase.normalise(typed)),
            "asalt": b64u(passphrase.own_salt(user, salt)),
            "stretched": b64u(passphrase.stretch(user, typed, 1, salt)),
            "login": b64u(secrets.login), "wrap": b64u(secrets.wrap),
        })  # fmt: skip
    good: Case = {"user": "ana", "pass": "oat", "kdf": 1, "salt": b64u(salt)}
    bad: list[tuple[str, Case, str]] = [
        ("kdf 0", {"kdf": 0}, "bad_kdf"),
        ("kdf unknown", {"kdf": 2}, "bad_kdf"),
        ("kdf as text", {"kdf": "1"}, "bad_kdf"),
        ("kdf true", {"kdf": True}, "bad_kdf"),
        ("kdf lower than this device has used", {"least": 2}, "bad_kdf"),
        ("salt too short", {"salt": b64u(salt[:15])}, "bad_kdf"),
        ("no name", {"user": ""}, "bad_user"),
        ("a name of 65", {"user": "a" * 65}, "bad_user"),
        ("a name that begins with a dot", {"user": ".ana"}, "bad_user"),
        ("a space within", {"user": "an a"}, "bad_user"),
        ("not ASCII", {"user": "änn"}, "bad_user"),
        ("a Kelvin sign, which lower case makes a k", {"user": "\u212abo"}, "bad_user"),
        ("a line break after", {"user": "ana\n"}, "bad_user"),
        ("nothing", {"pass": ""}, "bad_pass"),
        ("spaces only", {"pass": " \u3000 "}, "bad_pass"),
        ("1,025 bytes", {"pass": "é" * 512 + "x"}, "bad_pass"),
        ("half a character", {"pass": "oat \ud83c"}, "bad_pass"),
    ]
    for name, change, error in bad:
        cases.append({"name": name, **good, **change, "error": error})
    for typed in [
        "x" * 1024,
        "a\x1cb",
        "a\ufeffb",
        "a\u200bb",
        "a\x85b",
        "\u1e9b\u0323",
        "a \u0308",
    ]:
        normal = b64u(passphrase.normalise(typed))
        cases.append({"name": f"normalised {typed[:3]!a}", "pass": typed, "normalised": normal})
    for typed in ["Ana", " ana ", "BO+X@Example.ORG"]:
        cases.append({"name": f"name {typed!a}", "typed": typed, "user": passphrase.user(typed)})
    return cases


def recovery_() -> list[Case]:
    cases: list[Case] = []
    for name, code in [("zeros", bytes(16)), ("ones", b"\xff" * 16), ("some", some("code", 16))]:
        secrets = recovery.derive("ana", code)
        cases.append({
            "name": name, "code": b64u(code), "text": recovery.spell(code), "user": "ana",
            "login": b64u(secrets.login), "wrap": b64u(secrets.wrap),
        })  # fmt: skip
    code, one = some("code", 16), (1).to_bytes(16)
    text, plain = recovery.spell(code), recovery.spell(one).replace("-", "")
    for typed, meant in [
        (text.lower(), code), (text.replace("-", " "), code), (text.replace("-", ""), code),
        (f"  --{text}- ", code), (plain.replace("1", "I").replace("0", "O"), one),
        (plain.replace("1", "l").replace("0", "o"), one),
        *((recovery.spell(n.to_bytes(16)), n.to_bytes(16)) for n in range(32, 37)),
    ]:  # fmt: skip
        cases.append({"name": f"typed {typed}", "typed": typed, "code": b64u(meant)})
    wrong = "0" if text[-1] != "0" else "1"
    for name, typed in [
        ("nothing", ""), ("too short", text[:-1]), ("too long", text + "0"),
        ("wrong check", text[:-1] + wrong), ("two digits swapped", plain[:23] + "10" + plain[25:]),
        ("U within", "U" + text[1:]), ("more than 128 bits", "8" + "0" * 25 + "0"),
        ("a check symbol within", "*" + text[1:]), ("a tab", text + "\t"),
        ("a long s", text.replace(text[0], "\u017f", 1)), ("a dotless i", "\u0131" + plain[1:]),
    ]:  # fmt: skip
        cases.append({"name": name, "typed": typed, "error": "bad_code"})
    return cases


def key() -> list[Case]:
    return [
        {
            "name": name,
            "key": b64u(some(name, 32)),
            "kid": b64u(key_id(some(name, 32))),
            "tagkey": b64u(tag_key(some(name, 32), "leaf")),
            "acttagkey": b64u(tag_key(some(name, 32), "reveal")),
        }
        for name in ["own", "old", "ours"]
    ]


def tick() -> list[Case]:
    cases = []
    for ritual, person, day in [
        ("a ritual", ANA, "2026-11-28"), ("a ritual", BO, "2026-11-28"),
        ("a ritual", ANA, "2028-02-29"), ("another ritual", ANA, "2026-11-28"),
    ]:  # fmt: skip
        record = tick_record(OURS.secret, some_id(ritual), person, day)
        cases.append({
            "name": f"{ritual} {len(cases)}", "couple": b64u(OURS.secret),
            "ritual": str(some_id(ritual)), "person": str(person), "day": day,
            "record": str(record),
        })  # fmt: skip
    return cases
