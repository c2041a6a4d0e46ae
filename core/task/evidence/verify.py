#!/usr/bin/env python3
"""Verifies an evidence bundle of Sealift. Needs python3 and openssl, nothing else; goes nowhere on the network.

    python3 verify.py [FOLDER]      the unpacked bundle; without it the folder of this file

Exit code 0: everything fits; 1: something does not, and is named.
"""
import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
problems = []


def canonical(value):
    """RFC 8785, for what Sealift writes: objects, lists, texts, whole numbers, booleans."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def openssl(*arguments, data=b""):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=False)


def key_id(pem_file):
    der = openssl("pkey", "-pubin", "-in", str(pem_file), "-outform", "DER")
    return hashlib.sha256(der.stdout).hexdigest() if der.returncode == 0 else ""


def signed(payload, signature, pem_file):
    with tempfile.NamedTemporaryFile() as sig:
        sig.write(signature)
        sig.flush()
        result = openssl("dgst", "-sha256", "-verify", str(pem_file), "-signature", sig.name, data=payload)
    return result.returncode == 0


def check(good, words):
    if not good:
        problems.append(words)


def check_manifest():
    raw = (folder / "manifest.json").read_bytes()
    check(signed(raw, (folder / "manifest.sig").read_bytes(), folder / "key.pem"),
          "manifest.json: the signature does not fit")
    manifest = json.loads(raw)
    check(manifest["keyId"] == key_id(folder / "key.pem"), "key.pem: not the key that the manifest names")
    listed = {entry["path"]: entry for entry in manifest["files"]}
    for path, entry in listed.items():
        file = folder / path
        if not file.is_file():
            problems.append(f"{path}: missing")
            continue
        content = file.read_bytes()
        check(len(content) == entry["size"] and hashlib.sha256(content).hexdigest() == entry["sha256"],
              f"{path}: changed")
    known = set(listed) | {"manifest.json", "manifest.sig"}
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and path not in known and "__pycache__" not in path:
            problems.append(f"{path}: not in the manifest")
    return manifest


def check_receipt(path):
    raw = path.read_bytes()
    receipt = json.loads(raw)
    check(canonical(receipt) == raw, f"{path.name}: not in canonical form")
    signature = receipt.pop("signature")
    with tempfile.NamedTemporaryFile(suffix=".pem") as pem:
        pem.write(signature["publicKey"].encode())
        pem.flush()
        check(key_id(pem.name) == signature["keyId"], f"{path.name}: its key is not the one it names")
        check(signed(canonical(receipt), base64.b64decode(signature["value"]), pem.name),
              f"{path.name}: the signature does not fit")
    return receipt, signature["keyId"]


def check_audit():
    entries = []
    before = None
    for line in (folder / "audit" / "audit.jsonl").read_bytes().splitlines():
        entry = json.loads(line)
        body = {name: value for name, value in entry.items() if name != "hash"}
        where = f"audit.jsonl, entry {entry['seq']}"
        check(hashlib.sha256(canonical(body)).hexdigest() == entry["hash"], f"{where}: changed")
        check(canonical(entry) == line, f"{where}: not in canonical form")
        if before is not None:
            check(entry["seq"] > before["seq"], f"{where}: out of order")
            if entry["seq"] == before["seq"] + 1:
                check(entry["prev"] == before["hash"], f"{where}: does not follow the one before")
        entries.append(entry)
        before = entry
    return entries


def main():
    manifest = check_manifest()
    entries = check_audit()
    receipts = 0
    others = 0
    for path in sorted((folder / "receipts").glob("*.json")):
        receipt, signer = check_receipt(path)
        receipts += 1
        others += signer != manifest["keyId"]
        hashes = [entry["hash"] for entry in entries if entry["task"] == receipt["task"]]
        told = hashes[:receipt["auditEntries"]]
        if len(told) == receipt["auditEntries"]:
            check(hashlib.sha256("".join(told).encode()).hexdigest() == receipt["auditHash"],
                  f"{path.name}: the audit log does not have the entries that it names")
        else:
            problems.append(f"{path.name}: entries that it names are missing from the audit log")
    for problem in problems:
        print(f"PROBLEM  {problem}")
    print(f"{len(manifest['files'])} files, {receipts} receipts, {len(entries)} audit entries, {len(problems)} problems")
    if others:
        print(f"{others} of the receipts are valid, but signed by another key than the bundle")
    print(f"Signed by the key {manifest['keyId']}: compare that with what the installation's owner told you.")
    return 1 if problems else 0


try:
    sys.exit(main())
except (OSError, ValueError, KeyError, TypeError) as error:
    print(f"PROBLEM  the bundle is incomplete or damaged: {error}")
    sys.exit(1)
