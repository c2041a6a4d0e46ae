"""What of the EBS direct APIs reads snapshots: lists of blocks whose tokens expire, and blocks. A block that was never
written is in no list and cannot be read; what a volume has there says Snapshot.read_volume()."""

import base64
import hashlib
import time

from service_model import Refused
from snapshots import BLOCK

# How reading behaves, beside the switches of the whole server.
READ_SWITCHES = {
    "block_since": 0,     # tokens of blocks that were made before (milliseconds since 1970) have expired
    "page_since": 0,      # likewise of pages
    "page": 1000,         # blocks in a page at most; fewer than are asked for, as the real one
    "read_throttle": 0,   # every so many reads of a block one is throttled
    "read_error500": 0,   # every so many one meets a failing server
    "read_stall": 0,      # every so many one is never answered
    "read_missing": 0,    # the first so many lists and reads find no snapshot: EBS hears of a new one later than EC2
    "read_corrupt": [],   # blocks that arrive with a byte changed
}
SECRET = b"what the service alone knows"


def now_ms():
    return time.time_ns() // 1_000_000


def sealed(text):
    """A token: what it is about, when it was made, and what nobody else can make of both."""
    whole = f"{text} {now_ms()}"
    seal = hashlib.sha256(SECRET + whole.encode()).hexdigest()[:16]
    return base64.b64encode(f"{whole} {seal}".encode()).decode()


def unsealed(token, since):
    """What a token is about; nothing where it is none of ours, or too old."""
    try:
        whole, _, seal = base64.b64decode(token, validate=True).decode().rpartition(" ")
        text, _, made = whole.rpartition(" ")
        if hashlib.sha256(SECRET + whole.encode()).hexdigest()[:16] != seal or int(made) < since:
            return None
    except ValueError:
        return None
    return text


class BlockReads:
    """For the class that has `switches`, `completed(snapshot)`, and `every(name, times)`."""

    def look(self, name):
        self.reads.setdefault(name, 0)
        self.reads[name] += 1
        if self.reads[name] <= self.switches["read_missing"]:
            raise Refused(404, "ResourceNotFoundException", f"The snapshot '{name}' does not exist.", "SNAPSHOT_NOT_FOUND")
        return self.completed(name)

    def ListSnapshotBlocks(self, params):
        snapshot = self.look(params["SnapshotId"])
        start = params.get("StartingBlockIndex", 0)
        if "NextToken" in params:
            text = unsealed(params["NextToken"], self.switches["page_since"])
            if text is None:
                raise Refused(400, "ValidationException", "The page token is not valid.", "INVALID_PAGE_TOKEN")
            start = int(text)
        most = min(params.get("MaxResults", 10000), self.switches["page"])
        indexes = sorted(index for index in snapshot.digests if index >= start)
        name = snapshot.facts["id"]
        answer = {"Blocks": [{"BlockIndex": index, "BlockToken": sealed(f"{name} {index}")} for index in indexes[:most]],
                  "ExpiryTime": time.time() + 604800, "VolumeSize": snapshot.facts["gibibytes"],
                  "BlockSize": BLOCK}
        if len(indexes) > most:
            answer["NextToken"] = sealed(str(indexes[most]))
        return 200, answer

    def GetSnapshotBlock(self, params):
        for name, refusal in (("read_throttle", Refused(400, "RequestThrottledException", "slow down",
                                                        "RESOURCE_LEVEL_THROTTLE")),
                              ("read_error500", Refused(500, "InternalServerException", "An internal error has occurred."))):
            if self.every(name, self.switches[name]):
                raise refusal
        snapshot = self.look(params["SnapshotId"])
        index = params["BlockIndex"]
        text = unsealed(params["BlockToken"], self.switches["block_since"])
        if index not in snapshot.digests or text != f"{snapshot.facts['id']} {index}":
            raise Refused(400, "ValidationException", "The block token is not valid.", "INVALID_BLOCK_TOKEN")
        data = snapshot.get(index)
        if index in self.switches["read_corrupt"]:
            data = data[:1000] + bytes([data[1000] ^ 1]) + data[1001:]
        checksum = base64.b64encode(snapshot.digests[index]).decode()
        return 200, data, {"x-amz-Checksum": checksum, "x-amz-Checksum-Algorithm": "SHA256", "x-amz-Data-Length": str(BLOCK)}
