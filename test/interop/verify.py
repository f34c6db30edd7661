#!/usr/bin/env python3
"""Verifies a Xunzhi bundle or a proof of one record. Written from docs/batch-format.md alone; nothing of Xunzhi is used.

  verify.py BUNDLE.ibz [IDENTITY_FILE]     structure, hashes, heads, chain, signatures; with a recipient's age key also the content
  verify.py --proof FILE                   a proof of one record, without any key

Needs Python 3.8, ssh-keygen (OpenSSH 8.1) and, with a key, age. Prints one JSON object.
Exit 0: everything holds; 1: something does not; 3: cannot run. Sections (§) are those of docs/batch-format.md.
"""
import base64
import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

NO_HASH = "0" * 64
READMES = {"102dce585024e96fe62ae6325d58cbf14eec2bc9431c987d88f2e877dc7a7f46"}  # §5
NAMESPACE = "inspect-batch@v1"
NAME = re.compile(
    r"README\.txt|allowed_signers|format\.json|trust/(root|list)/[0-9]{10}\.json(\.sig\.[a-z2-7]{26})?"
    r"|s/[a-z2-7]{26}/[0-9a-f]{16}/(h/[0-9]{10}\.json(\.sig)?|[kb]/[0-9a-f]{64}\.age|a/[0-9a-f]{2}/[0-9a-f]{64}\.age)"
)
KI, MI = 1024, 1024 * 1024
SIZES = [  # §6
    (r"/h/.*\.json$", 512 * KI), (r"/h/.*\.sig$", 4 * KI), (r"/k/", MI), (r"/b/", 65 * MI),
    (r"/a/", 8 * MI + 64 * KI), (r"^trust/", 8 * MI), (r"", 256 * KI),
]


class Fault(Exception):
    """What does not hold: a code of §7 and the part of the file."""

    def __init__(self, code, part):
        super().__init__(f"{code} {part}")
        self.code, self.part = code, part


def need(holds, code, part):
    if not holds:
        raise Fault(code, part)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# --- §2 canonical JSON ---------------------------------------------------------------------------------------------------


def refuse_number(text):
    raise ValueError(f"not an integer: {text}")


def check_value(value, depth=0):
    """Depth, safe integers, NUL, lone surrogates, __proto__; answers the value with its members in the order of UTF-16."""
    if depth > 16:
        raise ValueError("too deep")
    if isinstance(value, str):
        value.encode("utf-8")  # raises for a lone surrogate
        if "\0" in value:
            raise ValueError("NUL")
    elif isinstance(value, list):
        return [check_value(item, depth + 1) for item in value]
    elif isinstance(value, dict):
        if "__proto__" in value:
            raise ValueError("__proto__")
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return {check_value(key): check_value(value[key], depth + 1) for key in keys}
    elif isinstance(value, int) and abs(value) > 2**53 - 1:
        raise ValueError("not a safe integer")
    return value


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def parse(data):
    """The value of canonical JSON; ValueError for any other spelling."""
    text = data.decode("utf-8")
    try:
        value = check_value(json.loads(text, parse_float=refuse_number, parse_constant=refuse_number))
    except RecursionError:
        raise ValueError("too deep") from None
    if canonical(value) != data:
        raise ValueError("not canonical")
    return value


# --- Shapes: what may stand in a member ----------------------------------------------------------------------------------


def text(most, least=0):
    return lambda v: isinstance(v, str) and least <= len(v.encode("utf-16-le")) // 2 <= most


def like(pattern):
    return lambda v: isinstance(v, str) and re.fullmatch(pattern, v) is not None


def integer(least, most=2**53 - 1):
    return lambda v: isinstance(v, int) and not isinstance(v, bool) and least <= v <= most


def one_of(*values):
    return lambda v: type(v) in (str, int, bool) and any(v == one and type(v) is type(one) for one in values)


def array(item, most, least=0):
    return lambda v: isinstance(v, list) and least <= len(v) <= most and all(map(item, v))


def members(shape, optional=None, more=False):
    """An object with these members; `more` allows others, which are ignored."""
    optional = optional or {}

    def holds(v):
        return (
            isinstance(v, dict)
            and all(key in v and rule(v[key]) for key, rule in shape.items())
            and all(rule(v[key]) for key, rule in optional.items() if key in v)
            and (more or set(v) <= set(shape) | set(optional))
        )

    return holds


HASH, DEVICE, EPOCH = like(r"[0-9a-f]{64}"), like(r"[a-z2-7]{26}"), like(r"[0-9a-f]{16}")
RECORD = like(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TIME = like(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
SEQ, COUNT, ANY_OBJECT = integer(1, 9_999_999_999), integer(0), (lambda v: isinstance(v, dict))
OBJECT = members({"ct": HASH, "size": integer(1, 8 * MI + 64 * KI)}, more=True)
POSITION = {"device": DEVICE, "epoch": EPOCH, "seq": SEQ, "head": HASH}
HEAD = members(  # §3
    {
        "type": one_of("inspect-batch/head"), "v": one_of(1), "space": like(r"[A-Za-z0-9._-]{0,64}"),
        "device": DEVICE, "epoch": EPOCH, "seq": SEQ, "prev": HASH, "created": TIME,
        "app": members({"ver": text(40), "build": text(80), "os": text(80)}, more=True),
        "trust": members({"ver": COUNT, "hash": HASH}, more=True),
        "seen": array(members(POSITION, more=True), 64),
        "journal": members({"from": COUNT, "to": COUNT, "chain": HASH}, more=True),
        "aud": HASH, "keys": array(OBJECT, 16, 1), "blobs": array(OBJECT, 4000), "min": integer(1), "crit": array(text(60), 20),
        "body": members(
            {"ct": HASH, "size": integer(1, 65 * MI), "pt": HASH, "ptSize": integer(1, 64 * MI), "enc": one_of("gzip"),
             "lines": integer(1, 10_000), "root": HASH}, more=True),
    },
    {"forkOf": members({"epoch": EPOCH, "seq": SEQ, "head": HASH, "reason": one_of("restore", "clone", "reinstall", "rekey")}, more=True)},
    more=True,
)
COMMON = {"t": text(60), "v": one_of(1), "dev": DEVICE, "n": like(r"[A-Za-z0-9_-]{22}"), "at": TIME, "by": text(100, 1)}
FILE = members(
    {"id": RECORD, "sha256": HASH, "size": COUNT, "mime": text(100), "name": text(200, 1), "addedAt": TIME}, {"slot": text(60)})
OPERATION = one_of("put", "submit", "correct", "review", "merge", "void", "link")
LINES = {  # §4
    "env": members({**COMMON, "to": array(text(80), 500, 1)}),
    "att": members({**COMMON, "sha256": HASH, "size": COUNT, "parts": array(members({"ct": HASH, "size": integer(1)}), 1000)}),
    "rev": members(
        {**COMMON, "rid": RECORD, "kind": text(40), "sch": integer(1), "par": array(HASH, 64), "op": OPERATION,
         "w": array(text(200), 500), "doc": ANY_OBJECT, "att": array(FILE, 200)},
        {"why": text(2000), "corrects": HASH, "demo": one_of(True)}),
    "decision": members(
        {**COMMON, "target": HASH, "act": one_of("exclude", "include"), "par": array(HASH, 64), "why": text(2000)}),
    "receipt": members({**COMMON, **POSITION, "result": one_of("imported", "quarantined")}),
    "audit": members({**COMMON, "ev": text(60), "data": ANY_OBJECT}),
}


def within_limits(value):
    """§6: a string 64 KiB, an array 5,000 items, an object 500 members."""
    if isinstance(value, str):
        return len(value.encode("utf-8")) <= 64 * KI
    if isinstance(value, list):
        return len(value) <= 5000 and all(map(within_limits, value))
    if isinstance(value, dict):
        return len(value) <= 500 and all(within_limits(k) and within_limits(v) for k, v in value.items())
    return True


def read_line(data, device, part):
    """A line of a device; a type or version of a newer app is answered as it is."""
    need(len(data) <= 256 * KI, "badLine", part)
    try:
        line = parse(data)
    except ValueError:
        raise Fault("badLine", part) from None
    need(isinstance(line, dict) and isinstance(line.get("t"), str) and within_limits(line), "badLine", part)
    need(line.get("dev") == device, "badLine", part)
    if line["t"] not in LINES or line.get("v") != 1:
        raise Fault("needsNewerApp", part)
    need(LINES[line["t"]](line), "badLine", part)
    return line


# --- §3 heads and signatures ---------------------------------------------------------------------------------------------


def stream(head):
    return f"s/{head['device']}/{head['epoch']}"


def head_path(head):
    return f"{stream(head)}/h/{head['seq']:010}.json"


def objects_of(head):
    at = stream(head)
    yield from ((f"{at}/a/{one['ct'][:2]}/{one['ct']}.age", one["size"]) for one in head["blobs"])
    yield f"{at}/b/{head['body']['ct']}.age", head["body"]["size"]
    yield from ((f"{at}/k/{one['ct']}.age", one["size"]) for one in head["keys"])


def parse_head(data, part):
    need(len(data) <= 512 * KI and data.endswith(b"\n"), "badHead", part)
    try:
        head = parse(data[:-1])
    except ValueError:
        raise Fault("badHead", part) from None
    if isinstance(head, dict) and head.get("type") == "inspect-batch/head":
        newer = [head[key] for key in ("v", "min") if integer(2)(head.get(key))] or head.get("crit")
        need(not newer, "needsNewerApp", part)
    need(HEAD(head), "badHead", part)
    names = [name for name, _ in objects_of(head)]
    first = head["seq"] == 1
    need((head["prev"] == NO_HASH) == first and (first or "forkOf" not in head) and len(set(names)) == len(names), "badHead", part)
    need(head["body"]["ptSize"] <= 200 * head["body"]["size"], "badHead", part)
    return head


def device_of(key):
    """§1: `ssh-ed25519 AAAA…` -> the name of its device; None for anything else."""
    match = re.fullmatch(r"ssh-ed25519 ([A-Za-z0-9+/]{68})", key)
    blob = base64.b64decode(match[1]) if match else b""
    if blob[:19] != b"\0\0\0\x0bssh-ed25519\0\0\0\x20" or len(blob) != 51:
        return None
    return base64.b32encode(hashlib.sha256(blob).digest()[:16]).decode().rstrip("=").lower()


def key_in(signature):
    """The public key in an SSHSIG armoured as ssh-keygen writes it; None when it is anything else."""
    rows = signature.split("\n")
    try:
        blob = base64.b64decode("".join(rows[1:-2]), validate=True)
    except ValueError:
        return None
    text64 = base64.b64encode(blob).decode()
    wrapped = [text64[at:at + 70] for at in range(0, len(text64), 70)]
    if rows != ["-----BEGIN SSH SIGNATURE-----", *wrapped, "-----END SSH SIGNATURE-----", ""]:
        return None
    if blob[:10] != b"SSHSIG\0\0\0\1" or blob[10:14] != b"\0\0\0\x33":
        return None
    return "ssh-ed25519 " + base64.b64encode(blob[14:65]).decode()


def run(*args, data=None):
    """Standard output of a tool, or None when it fails."""
    done = subprocess.run(args, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout if done.returncode == 0 else None


def verify_signature(data, signature, device, part):
    """Answers the key; ssh-keygen does the arithmetic, with the key that hashes to the device as the only one allowed."""
    key = key_in(signature.decode("latin-1"))
    need(key is not None and device_of(key) == device, "badSignature", part)
    with tempfile.TemporaryDirectory() as folder:
        signers, sig = os.path.join(folder, "signers"), os.path.join(folder, "sig")
        write(signers, f'{device} namespaces="{NAMESPACE}" {key}\n'.encode())
        write(sig, signature)
        good = run("ssh-keygen", "-Y", "verify", "-f", signers, "-I", device, "-n", NAMESPACE, "-s", sig, data=data)
    need(good is not None, "badSignature", part)
    return key


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


# --- §3 Merkle tree (RFC 6962 §2.1, RFC 9162 §2.1.3.2) -------------------------------------------------------------------


def leaf_hash(line):
    return hashlib.sha256(b"\0" + line).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def merkle_root(leaves):
    while len(leaves) > 1:
        pairs = [node_hash(*leaves[at:at + 2]) for at in range(0, len(leaves) - 1, 2)]
        leaves = pairs + leaves[len(pairs) * 2:]
    return leaves[0].hex() if leaves else sha256(b"")


def root_of_path(leaf, index, size, path):
    """RFC 9162 §2.1.3.2; None when the path does not fit."""
    fn, sn, node = index, size - 1, leaf
    for beside in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            node = node_hash(beside, node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = node_hash(node, beside)
        fn, sn = fn >> 1, sn >> 1
    return node.hex() if sn == 0 and index < size else None


# --- §5 the ZIP ----------------------------------------------------------------------------------------------------------


def read_zip(path):
    """Every byte accounted for; answers name -> (bytes, crc)."""
    size = os.path.getsize(path)
    need(size <= 1_900_000_000, "tooBig", "")
    with open(path, "rb") as file:
        data = file.read()
    need(size >= 22 and data[-22:-18] == b"PK\5\6", "notAZip", "")
    disks, here, count, length, begin, comment = struct.unpack("<IHHIIH", data[-18:])
    need(disks == 0 and here == count and comment == 0 and begin + length + 22 == size, "badEntry", "zip/end")
    need(count <= 50_000, "tooBig", "zip/end")
    entries, looks, at, cursor = {}, set(), begin, 0
    for _ in range(count):
        need(at + 46 <= size - 22 and data[at:at + 4] == b"PK\1\2", "badEntry", "zip/directory")
        made, needed, flags, method, _, _, crc, packed, plain, named, extra, said, disk, inside, outside, offset = struct.unpack(
            "<HHHHHHIIIHHHHHII", data[at + 4:at + 46])
        name = data[at + 46:at + 46 + named].decode("latin-1")
        need(NAME.fullmatch(name) and in_its_folder(name), "foreignEntry", name)
        need(method == 0 and packed == plain and flags & ~0x800 == 0 and not (extra or said or disk), "badEntry", name)
        need(name not in entries and offset == cursor, "badEntry", name)
        need(plain <= next(most for pattern, most in SIZES if re.search(pattern, name)), "tooBig", name)
        need(data[offset:offset + 30 + named] == b"PK\3\4" + data[at + 6:at + 32] + name.encode(), "badEntry", name)
        cursor = offset + 30 + named + plain
        need(cursor <= begin, "badEntry", name)
        entries[name] = (data[cursor - plain:cursor], crc)
        looks.add((made, needed, flags & ~0x800, inside, outside))
        at += 46 + named
    need(at == size - 22 and cursor == begin and len(looks) <= 1, "badEntry", "zip/directory")
    return entries


def in_its_folder(name):
    match = re.search(r"/a/(..)/(..)", name)
    return match is None or match[1] == match[2]


def verify_entries(entries):
    """§7, steps 2 to 6; answers (path, head, bytes, key) in the order of the streams."""
    for name, (data, crc) in entries.items():
        need(zlib.crc32(data) == crc, "damaged", name)
    heads = []
    for name in sorted(name for name in entries if re.search(r"/h/[0-9]{10}\.json$", name)):
        head = parse_head(entries[name][0], name)
        need(head_path(head) == name, "badHead", name)
        signature = entries.get(f"{name}.sig", (b"", 0))[0]
        heads.append((name, head, entries[name][0], verify_signature(entries[name][0], signature, head["device"], f"{name}.sig")))
    need(heads, "noHead", "")
    verify_texts(entries, heads)
    named = {f"{name}{end}" for name, *_ in heads for end in ("", ".sig")}
    for _, head, *_ in heads:
        for name, size in objects_of(head):
            need(name in entries, "missingObject", name)
            need(len(entries[name][0]) == size, "wrongHash", name)
            named.add(name)
    for name, (data, _) in entries.items():
        need(not name.startswith("s/") or name in named, "foreignEntry", name)
        need(not name.endswith(".age") or name[-68:-4] == sha256(data), "wrongHash", name)
    by_name = {name: sha256(data) for name, _, data, _ in heads}
    for name, head, *_ in heads:
        before = by_name.get(head_path({**head, "seq": head["seq"] - 1}))
        need(before is None or before == head["prev"], "forked", name)
    return heads


def verify_texts(entries, heads):
    if "README.txt" in entries:
        need(sha256(entries["README.txt"][0]) in READMES, "foreignEntry", "README.txt")
    if "allowed_signers" not in entries:
        return
    rows = entries["allowed_signers"][0].decode("latin-1").split("\n")
    devices = set()
    for row in rows[:-1]:
        device, _, key = row.partition(f' namespaces="{NAMESPACE}" ')
        need(device and device_of(key) == device, "foreignEntry", "allowed_signers")
        devices.add(device)
    need(rows[-1] == "" and rows[:-1] == sorted(set(rows[:-1])), "foreignEntry", "allowed_signers")
    need(all(head["device"] in devices for _, head, *_ in heads), "foreignEntry", "allowed_signers")


# --- §4 the encrypted objects --------------------------------------------------------------------------------------------


def gunzip(data, most):
    """One gzip stream of at most so many bytes; None when it is anything else."""
    engine = zlib.decompressobj(wbits=31)
    try:
        plain = engine.decompress(data, most + 1)
    except zlib.error:
        return None
    return plain if len(plain) <= most and engine.eof and not engine.unused_data else None


def open_batch(entries, head, identity, folder):
    """Decrypts a batch and checks it against its head; answers its lines, each with its hash."""
    at, body = stream(head), head["body"]
    key = os.path.join(folder, "batch.key")
    keys = (run("age", "-d", "-i", identity, data=entries[f"{at}/k/{one['ct']}.age"][0]) for one in head["keys"])
    secret = next((one for one in keys if one is not None), None)
    need(secret is not None and re.fullmatch(rb"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\n?", secret), "wrongKey", head_path(head))
    write(key, secret)
    part = f"{at}/b/{body['ct']}.age"
    packed = run("age", "-d", "-i", key, data=entries[part][0])
    plain = None if packed is None else gunzip(packed, body["ptSize"])
    need(plain is not None and len(plain) == body["ptSize"] and sha256(plain) == body["pt"], "damaged", part)
    rows = plain.split(b"\n")
    need(rows.pop() == b"" and len(rows) == body["lines"], "damaged", part)
    need(merkle_root([leaf_hash(row) for row in rows]) == body["root"], "damaged", part)
    lines, newer = read_lines(rows, head, part)
    check_files(entries, head, [line for _, line in lines if line["t"] == "att"], key)
    return lines, newer


def read_lines(rows, head, part):
    """Every line with its hash, and the numbers of those only a newer app knows."""
    lines, newer = [], []
    for number, row in enumerate(rows, 1):
        try:
            lines.append((sha256(row), read_line(row, head["device"], part)))
        except Fault as fault:
            need(fault.code == "needsNewerApp" and number > 1, fault.code, f"{part}#{number}")
            newer.append(number)
    kinds = [line["t"] for _, line in lines]
    last = max((at for at, kind in enumerate(kinds) if kind == "att"), default=0)
    need(kinds[0] == "env" and kinds.count("env") == 1 and set(kinds[1:last + 1]) <= {"att"}, "badLine", part)
    to = lines[0][1]["to"]
    need(sha256(canonical(to)) == head["aud"], "badLine", part)
    return lines, newer


def check_files(entries, head, files, key):
    """§4 `att`: parts of the head, each used, and the file they make."""
    sizes = {one["ct"]: one["size"] for one in head["blobs"]}
    used = set()
    for line in files:
        whole = hashlib.sha256()
        total = 0
        for one in line["parts"]:
            name = f"{stream(head)}/a/{one['ct'][:2]}/{one['ct']}.age"
            need(sizes.get(one["ct"]) == one["size"], "missingObject", name)
            plain = run("age", "-d", "-i", key, data=entries[name][0])
            need(plain is not None, "damaged", name)
            need(len(plain) <= 8 * MI, "tooBig", name)
            whole.update(plain)
            total += len(plain)
            used.add(one["ct"])
        need((whole.hexdigest(), total) == (line["sha256"], line["size"]), "wrongHash", line["sha256"])
    need(used == set(sizes), "foreignEntry", head_path(head))


def records_of(revisions):
    """§9: (device of the first revision, rid) -> how many revisions, and its heads."""
    parents = {id_: line["par"] for id_, line in revisions.items()}

    def owner(id_):
        while parents.get(id_):
            id_ = parents[id_][0]
        return revisions[id_]["dev"] if id_ in revisions else None

    found = {}
    for id_, line in revisions.items():
        found.setdefault((line["rid"], owner(id_)), []).append(id_)
    named = {parent for line in revisions.values() for parent in line["par"]}
    return [
        {"record": rid, "device": device, "kind": revisions[ids[0]]["kind"], "revisions": len(ids), "heads": sorted(set(ids) - named)}
        for (rid, device), ids in sorted(found.items(), key=str)
    ]


def verify_bundle(path, identity):
    entries = read_zip(path)
    heads = verify_entries(entries)
    batches, revisions = [], {}
    for _, head, data, key in heads:
        shown = {"head": sha256(data), "key": key, **{name: head[name] for name in ("device", "epoch", "seq", "prev", "created")}}
        if identity:
            with tempfile.TemporaryDirectory() as folder:
                lines, newer = open_batch(entries, head, identity, folder)
            revisions.update((id_, line) for id_, line in lines if line["t"] == "rev")
            shown.update(to=lines[0][1]["to"], newer=newer)
        batches.append({**shown, "lines": head["body"]["lines"], "opened": bool(identity)})
    return {"batches": batches, "records": records_of(revisions)}


# --- §8 a proof of one record --------------------------------------------------------------------------------------------

PROOF = members({
    "type": one_of("inspect-batch/proof"), "v": one_of(1), "record": RECORD,
    "batches": array(members({"head": text(512 * KI), "sig": text(4 * KI), "key": text(200)}), 1000, 1),
    "lines": array(members({"line": text(256 * KI), "batch": COUNT, "index": COUNT, "path": array(HASH, 14)}), 1000, 1),
})


def verify_proof(path):
    need(os.path.getsize(path) <= 32 * MI, "tooBig", "")
    with open(path, "rb") as file:
        data = file.read()
    try:
        proof = parse(data[:-1])
    except ValueError:
        raise Fault("damaged", "") from None
    newer = isinstance(proof, dict) and proof.get("type") == "inspect-batch/proof" and integer(2)(proof.get("v"))
    need(not newer, "needsNewerApp", "")
    need(data.endswith(b"\n") and PROOF(proof), "damaged", "")
    heads = []
    for number, batch in enumerate(proof["batches"]):
        part, raw = f"batches/{number}", batch["head"].encode()
        head = parse_head(raw, part)
        need(verify_signature(raw, batch["sig"].encode(), head["device"], part) == batch["key"], "badSignature", part)
        heads.append((head, sha256(raw)))
    shown = [proven_line(one, f"lines/{number}", proof["record"], heads) for number, one in enumerate(proof["lines"])]
    need(any(line["t"] == "rev" for line in shown), "missingObject", "lines")
    idle = set(range(len(heads))) - {one["batch"] for one in proof["lines"]}
    need(not idle, "foreignEntry", f"batches/{min(idle, default=0)}")
    return {"record": proof["record"], "lines": shown}


def proven_line(one, part, record, heads):
    need(one["batch"] < len(heads), "missingObject", part)
    head, hash_ = heads[one["batch"]]
    raw = one["line"].encode()
    root = root_of_path(leaf_hash(raw), one["index"], head["body"]["lines"], [bytes.fromhex(beside) for beside in one["path"]])
    need(root == head["body"]["root"], "wrongHash", part)
    line = read_line(raw, head["device"], part)
    own = line["t"] == "rev" and line["rid"] == record
    places = [(h["device"], h["epoch"], h["seq"], name) for h, name in heads]
    confirms = line["t"] == "receipt" and tuple(line[key] for key in ("device", "epoch", "seq", "head")) in places
    need(own or confirms, "badLine", part)
    return {"t": line["t"], "line": sha256(raw), "device": line["dev"], "by": line["by"], "at": line["at"], "head": hash_, "seq": head["seq"]}


def main(args):
    proof = args[:1] == ["--proof"]
    files = args[1:] if proof else args
    tools = ["ssh-keygen"] + (["age"] if len(files) == 2 else [])
    missing = [tool for tool in tools if shutil.which(tool) is None] + [file for file in files if not os.access(file, os.R_OK)]
    if missing or len(files) not in ((1,) if proof else (1, 2)):
        print(f"{__doc__}\nmissing: {missing}", file=sys.stderr)
        return 3
    try:
        shown = verify_proof(files[0]) if proof else verify_bundle(files[0], files[1] if len(files) == 2 else None)
    except Fault as fault:
        print(json.dumps({"ok": False, "problems": [{"code": fault.code, "part": fault.part}]}, ensure_ascii=False))
        return 1
    print(json.dumps({"ok": True, "problems": [], **shown}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
