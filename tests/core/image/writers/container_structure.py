#!/usr/bin/env python3
"""Checks what QEMU's readers let pass: container_structure.py vhdx|vmdk FILE

A reader of its own, written from the formats' documents and knowing nothing of Sealift's code: [MS-VHDX] 2.1 to 2.6, and
VMware's "Virtual Disk Format 5.0", "Stream-Optimized Compressed Sparse Extents". The first fault ends it with status 1.
"""

import os
import re
import struct
import sys
import uuid
import zlib

KIB = 1 << 10
MIB = 1 << 20
SECTOR = 512


def demand(condition, what):
    if not condition:
        sys.exit(f"fault: {what}")


def crc32c_table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
        table.append(value)
    return table


CRC_TABLE = crc32c_table()


def crc32c(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ CRC_TABLE[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def read(file, offset, length):
    file.seek(offset)
    data = file.read(length)
    demand(len(data) == length, f"{length} bytes at {offset} are not all there")
    return data


def summed(data, what):
    demand(crc32c(data[:4] + bytes(4) + data[8:]) == struct.unpack_from("<I", data, 4)[0], f"{what}: checksum")


def guid(data, offset):
    return str(uuid.UUID(bytes_le=data[offset:offset + 16]))


def check_vhdx(file, size):
    demand(read(file, 0, 8) == b"vhdxfile", "file identifier")
    demand(read(file, 8, 512).decode("utf-16-le").rstrip("\0") == "Sealift", "creator")
    headers = [read(file, offset, 4 * KIB) for offset in (64 * KIB, 128 * KIB)]
    sequences = []
    for header in headers:
        demand(header[:4] == b"head", "header signature")
        summed(header[:4] + header[4:8] + header[8:], "header")
        sequence, = struct.unpack_from("<Q", header, 8)
        log_version, version, log_length, log_offset = struct.unpack_from("<HHIQ", header, 64)
        demand(header[48:64] == bytes(16), "log id of an empty log")
        demand(any(header[16:32]) and any(header[32:48]), "write ids")
        demand((log_version, version) == (0, 1), "versions")
        demand(log_length and log_length % MIB == 0 and log_offset % MIB == 0 and log_offset >= MIB, "log place")
        demand(header[80:] == bytes(4 * KIB - 80), "reserved bytes of a header")
        sequences.append(sequence)
    demand(sequences[0] != sequences[1], "sequence numbers")

    tables = [read(file, offset, 64 * KIB) for offset in (192 * KIB, 256 * KIB)]
    demand(tables[0] == tables[1] and tables[0][:4] == b"regi", "region tables")
    summed(tables[0], "region table")
    demand(struct.unpack_from("<I", tables[0], 8)[0] == 2, "number of regions")
    regions = {}
    for at in (16, 48):
        offset, length, required = struct.unpack_from("<QII", tables[0], at + 16)
        demand(required == 1 and offset % MIB == 0 and length % MIB == 0, "region")
        regions[guid(tables[0], at)] = (offset, length)
    bat, bat_length = regions["2dc27766-f623-4200-9d64-115e9bfd4a08"]
    metadata, _ = regions["8b7ca206-4790-4b9a-b8fe-575f050f886e"]
    places = sorted([*regions.values(), (log_offset, log_length)])
    demand(all(a + length <= b for (a, length), (b, _) in zip(places, places[1:])), "regions overlap")

    table = read(file, metadata, 64 * KIB)
    demand(table[:8] == b"metadata", "metadata signature")
    items = {}
    for i in range(struct.unpack_from("<H", table, 10)[0]):
        at = 32 + i * 32
        offset, length, flags = struct.unpack_from("<III", table, at + 16)
        demand(offset >= 64 * KIB, "metadata item inside the table")
        items[guid(table, at)] = (read(file, metadata + offset, length), flags)
    parameters, flags = items["caa16737-fa36-4d43-b3b6-33f0aa44e76b"]
    block, bits = struct.unpack("<II", parameters)
    demand(flags == 4 and bits in (0, 1), "file parameters")
    virtual, = struct.unpack("<Q", items["2fa54224-cd1b-4876-b211-5dbed83bf4b8"][0])
    logical, = struct.unpack("<I", items["8141bf1d-a96f-4709-ba47-f233a8faab5f"][0])
    physical, = struct.unpack("<I", items["cda348c7-445d-4471-9cc9-e9885251c556"][0])
    demand(any(items["beca12ab-b2e6-4523-93ef-c309e000c746"][0]), "virtual disk id")
    demand(len(items) == 5 and logical == 512 and physical in (512, 4096) and virtual % logical == 0, "metadata")

    ratio = (1 << 23) * logical // block
    blocks = -(-virtual // block)
    entries = blocks + (blocks - 1) // ratio
    demand(entries * 8 <= bat_length, "size of the block allocation table")
    seen = set()
    for index, (entry,) in enumerate(struct.iter_unpack("<Q", read(file, bat, bat_length))):
        state, place = entry & 7, entry >> 20
        if index >= entries or index % (ratio + 1) == ratio:
            demand(entry == 0, f"table entry {index}, of a sector bitmap or behind the end")
        elif state == 6:
            demand(entry & 0xFFFF8 == 0 and place not in seen, f"block {index}: reserved bits, or a shared place")
            demand(place * MIB >= bat + bat_length and place * MIB + block <= size, f"block {index}: place")
            seen.add(place)
        else:
            demand(entry == 2 and bits == 0, f"block {index}: state of an empty block")


def check_vmdk(file, size):
    header = read(file, 0, SECTOR)
    footer = read(file, size - 2 * SECTOR, SECTOR)
    names = "magic version flags capacity grain descriptor descriptor_size gtes rgd gd overhead".split()

    def fields(data):
        return dict(zip(names, struct.unpack_from("<4sIIQQQQIQQQ", data)))

    first, last = fields(header), fields(footer)
    demand(first["magic"] == b"KDMV" and first["version"] == 3 and first["flags"] == 0x30001, "header")
    demand(first["gd"] == 2**64 - 1 and first["rgd"] == 0 and first["gtes"] == 512 and first["grain"] == 128, "header")
    demand(header[72:77] == b"\0\n \r\n" and struct.unpack_from("<H", header, 77)[0] == 1, "newlines, compression")
    demand(header[:56] + header[64:] == footer[:56] + footer[64:], "header and footer")
    descriptor = read(file, first["descriptor"] * SECTOR, first["descriptor_size"] * SECTOR).rstrip(b"\0").decode()
    for line in ('createType="streamOptimized"', "parentCID=ffffffff", 'ddb.adapterType = "lsilogic"'):
        demand(line in descriptor, line)
    extent = re.search(r'^RW (\d+) SPARSE "([^"/\\]+)"$', descriptor, re.M)
    demand(extent and int(extent[1]) == first["capacity"], "extent line")

    # From front to back, as a reader of a stream goes.
    at = first["overhead"] * SECTOR
    grains, tables, latest, directory = {}, {}, -1, None
    pending = {}
    while True:
        marker = read(file, at, SECTOR)
        value, length, kind = struct.unpack_from("<QII", marker)
        if length:
            demand(value > latest and value % 128 == 0 and value < first["capacity"], f"grain at sector {value}")
            plain = zlib.decompress(read(file, at + 12, length))
            demand(len(plain) == 64 * KIB and any(plain), f"content of the grain at sector {value}")
            padding = -(12 + length) % SECTOR
            demand(read(file, at + 12 + length, padding) == bytes(padding), "padding")
            pending[value // 128] = at // SECTOR
            latest = value
            at += 12 + length + padding
            continue
        demand(marker[16:] == bytes(SECTOR - 16), "marker")
        content = read(file, at + SECTOR, value * SECTOR)
        if kind == 1:
            table = struct.unpack("<512I", content)
            number = min(pending) // 512
            expected = [pending.pop(number * 512 + i, 0) for i in range(512)]
            demand(list(table) == expected and not pending, f"grain table {number}")
            tables[number] = at // SECTOR + 1
        elif kind == 2:
            demand(not pending, "grains without a table")
            entries = struct.unpack(f"<{len(content) // 4}I", content)
            demand(len(entries) >= -(-first["capacity"] // (128 * 512)), "length of the directory")
            demand(all(entry == tables.get(i, 0) for i, entry in enumerate(entries)), "grain directory")
            directory = at // SECTOR + 1
        elif kind == 3:
            demand(content == footer and last["gd"] == directory, "footer")
        else:
            demand(kind == 0 and value == 0 and at + SECTOR == size, "end-of-stream marker")
            return
        at += SECTOR + value * SECTOR


def main():
    kind, path = sys.argv[1:]
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        {"vhdx": check_vhdx, "vmdk": check_vmdk}[kind](file, size)


if __name__ == "__main__":
    main()
