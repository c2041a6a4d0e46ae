"""Writes a GUID partition table that counts in sectors of 4096 bytes (UEFI 2.10, 5.3) on a file.

Usage: large_sectors.py FILE START_MIB SIZE_MIB     one Linux partition
"""

import os
import struct
import sys
import uuid
import zlib

SECTOR = 4096
LINUX = uuid.UUID("0FC63DAF-8483-4772-8E79-3D69D8477DE4")


def header(table, place, other, sectors, entries):
    fields = struct.pack("<8sIIIIQQQQ16sQIII", b"EFI PART", 0x10000, 92, 0, 0, place, other, 6, sectors - 7,
                         uuid.UUID(int=1).bytes_le, entries, 128, 128, zlib.crc32(table))
    return fields[:16] + struct.pack("<I", zlib.crc32(fields)) + fields[20:]


def main():
    start, size = (int(number) * ((1 << 20) // SECTOR) for number in sys.argv[2:4])
    sectors = os.path.getsize(sys.argv[1]) // SECTOR
    entry = LINUX.bytes_le + uuid.UUID(int=2).bytes_le + struct.pack("<QQQ", start, start + size - 1, 0)
    table = (entry + "root".encode("utf-16-le")).ljust(128 * 128, b"\0")
    protective = bytes(446) + struct.pack("<B3sB3sII", 0, b"\0\2\0", 0xEE, b"\xff\xff\xff", 1, sectors - 1)
    with open(sys.argv[1], "r+b") as disk:
        disk.write(protective.ljust(510, b"\0") + b"\x55\xaa")
        for place, other, entries in ((1, sectors - 1, 2), (sectors - 1, 1, sectors - 5)):
            disk.seek(place * SECTOR)
            disk.write(header(table, place, other, sectors, entries))
            disk.seek(entries * SECTOR)
            disk.write(table)


main()
