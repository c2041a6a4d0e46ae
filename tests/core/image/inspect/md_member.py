"""Writes the superblock of a member of a Linux RAID set, version 1.2, on a file (Linux' include/uapi/linux/raid/md_p.h).

Usage: md_member.py FILE
"""

import struct
import sys

PLACE = 4096
MAGIC = 0xA92B4EFC


def checksum(superblock):
    """Of its words, with the place of the sum itself as zero; the carry is added."""
    words = struct.unpack(f"<{len(superblock) // 4}I", superblock)
    total = sum(words)
    return (total & 0xFFFFFFFF) + (total >> 32) & 0xFFFFFFFF


fields = struct.pack("<IIII16s32sQiIQIIIIQIIII", MAGIC, 1, 0, 0, bytes(range(16)), b"host:0", 0, 1, 0, 65536 - 2048, 0, 2, 0, 0,
                     0, 0, 0, 0, 0)
fields = fields.ljust(128, b"\0") + struct.pack("<QQQQIIQ", 2048, 65536 - 2048, PLACE // 512, 0, 0, 0, 0)
fields = fields.ljust(192, b"\0") + struct.pack("<QQQII", 0, 1, 0, 0, 2)
fields = fields.ljust(256, b"\0") + struct.pack("<HH", 0, 1)
fields = fields[:216] + struct.pack("<I", checksum(fields)) + fields[220:]
with open(sys.argv[1], "r+b") as disk:
    disk.seek(PLACE)
    disk.write(fields)
