"""Snapshots of EBS on disk: a folder each, with what they are, the blocks that were written, and their checksums. Any
process that has the folder sees them, so a server that was killed goes on where it was."""

import base64
import hashlib
import json
import os
import secrets
import threading
import time

BLOCK = 512 * 1024
GIB = 1 << 30
ZERO = bytes(BLOCK)
ZERO_DIGEST = hashlib.sha256(ZERO).digest()


class Snapshot:
    def __init__(self, folder):
        self.folder = folder
        self.lock = threading.Lock()
        with open(os.path.join(folder, "facts.json"), encoding="utf-8") as file:
            self.facts = json.load(file)
        self.digests = {}
        with open(os.path.join(folder, "blocks"), "rb") as file:
            while record := file.read(40):
                self.digests[int.from_bytes(record[:8], "big")] = record[8:]
        self.data = os.open(os.path.join(folder, "data"), os.O_RDWR)
        self.journal = os.open(os.path.join(folder, "blocks"), os.O_WRONLY | os.O_APPEND)

    @staticmethod
    def create(root, facts):
        folder = os.path.join(root, facts["id"])
        os.makedirs(folder)
        for name in ("data", "blocks"):
            open(os.path.join(folder, name), "wb").close()
        with open(os.path.join(folder, "facts.json"), "w", encoding="utf-8") as file:
            json.dump(facts, file)
        return Snapshot(folder)

    def save(self):
        path = os.path.join(self.folder, "facts.json")
        with open(path + ".new", "w", encoding="utf-8") as file:
            json.dump(self.facts, file)
        os.replace(path + ".new", path)

    def put(self, index, body, digest):
        # Zeroes are a hole of the file already, where nothing else was there.
        if digest != ZERO_DIGEST or index in self.digests:
            os.pwrite(self.data, body, index * BLOCK)
        with self.lock:
            self.digests[index] = digest
            os.write(self.journal, index.to_bytes(8, "big") + digest)

    def get(self, index):
        return os.pread(self.data, BLOCK, index * BLOCK).ljust(BLOCK, b"\0")

    def checksum(self):
        """The linear one: over the checksums of all blocks, in their order."""
        with self.lock:
            whole = hashlib.sha256(b"".join(digest for _, digest in sorted(self.digests.items())))
        return base64.b64encode(whole.digest()).decode()

    def state(self):
        sealed = self.facts.get("sealed")
        if self.facts.get("failed"):
            return "error"
        if sealed is None:
            return "pending"
        return "completed" if time.time() >= sealed else "pending"

    def read_volume(self, out, size=None):
        """What a volume that is made of it reads like, to that size: blocks that were never written are garbage, as the keys
        of encrypted snapshots have it."""
        size = self.facts["gibibytes"] * GIB if size is None else size
        garbage = secrets.token_bytes(BLOCK)
        with open(out, "wb") as file:
            for index in range((size + BLOCK - 1) // BLOCK):
                file.write(self.get(index) if index in self.digests else index.to_bytes(8, "big") + garbage[8:])
            file.truncate(size)


class Snapshots:
    def __init__(self, root):
        self.root = root
        os.makedirs(root, exist_ok=True)
        self.lock = threading.Lock()
        self.all = {name: Snapshot(os.path.join(root, name)) for name in os.listdir(root) if name.startswith("snap-")}

    def create(self, facts):
        facts["id"] = "snap-" + secrets.token_hex(8) + "0"
        snapshot = Snapshot.create(self.root, facts)
        self.all[facts["id"]] = snapshot
        return snapshot

    def delete(self, name):
        with self.lock:
            snapshot = self.all.pop(name)
        # Gone at once, whatever is left of it.
        os.rename(snapshot.folder, os.path.join(self.root, "deleted-" + name))
