#!/usr/bin/env python3
"""How fast the writers of images are beside qemu-img convert: write_speed.py --dir FOLDER [--json FILE] [--runs 3]

One disk of 2 GiB with 600 MiB of data - half of it random, half text that compresses about four to one - lies in the page
cache. In each run every writer and then `qemu-img convert` with the same target format has its turn; both include making
the file durable (fsync). Rates are data bytes a second, medians of the runs. What the first run wrote is compared.
"""

import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

MIB = 1 << 20
SIZE = 2048 * MIB
DATA = 600 * MIB

FORMATS = [
    # name, options of write_speed, qemu-img's format and options
    ("raw", "raw", [], "raw", []),
    ("qcow2", "qcow2", [], "qcow2", []),
    ("qcow2 zlib", "qcow2", ["--compression", "zlib"], "qcow2", ["-c"]),
    ("qcow2 zstd", "qcow2", ["--compression", "zstd"], "qcow2", ["-c", "-o", "compression_type=zstd"]),
    ("vhd dynamic", "vhd", [], "vpc", ["-o", "subformat=dynamic"]),
    ("vhd fixed", "vhd", ["--subformat", "fixed"], "vpc", ["-o", "subformat=fixed"]),
    ("vhdx dynamic", "vhdx", [], "vhdx", []),
    ("vdi dynamic", "vdi", [], "vdi", []),
    ("vmdk streamOptimized", "vmdk", [], "vmdk", ["-o", "subformat=streamOptimized"]),
]


def make_disk(path):
    source = random.Random(1)
    words = [source.randbytes(source.randrange(3, 9)).hex().encode() for _ in range(2000)]
    with open(path, "wb") as disk:
        disk.truncate(SIZE)
        for piece in range(DATA // MIB):
            if piece % 2:
                block = b" ".join(source.choices(words, k=MIB // 8))[:MIB]
            else:
                block = source.randbytes(MIB)
            disk.seek(piece // 4 * 12 * MIB + piece % 4 * MIB)
            disk.write(block)
    os.sync()


def timed(command, target):
    target.unlink(missing_ok=True)
    os.sync()
    begin = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(target, "rb") as written:
        os.fsync(written.fileno())
    return time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dir", type=pathlib.Path, required=True)
    parser.add_argument("--program", type=pathlib.Path, required=True, help="the built write_speed")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", action="append", help="a format's name, as the table has it; may be repeated")
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()

    formats = [entry for entry in FORMATS if not arguments.only or entry[0] in arguments.only]
    disk = arguments.dir / "disk.raw"
    target = arguments.dir / "target"
    make_disk(disk)
    disk.read_bytes()
    times = {name: ([], []) for name, *_ in formats}
    sizes = {}
    for run in range(arguments.runs):
        for name, ours, options, theirs, theirs_options in formats:
            times[name][0].append(timed([arguments.program, *options, disk, ours, target], target))
            own_size = target.stat().st_blocks * 512
            if run == 0:
                subprocess.run(["qemu-img", "compare", "-f", "raw", "-F", theirs, disk, target], check=True,
                               stdout=subprocess.DEVNULL)
            times[name][1].append(
                timed(["qemu-img", "convert", "-f", "raw", "-O", theirs, *theirs_options, disk, target], target))
            sizes[name] = (own_size, target.stat().st_blocks * 512)
    target.unlink()
    disk.unlink()

    results = []
    print(f"{'format':22} {'Sealift':>12} {'qemu-img':>12} {'ratio':>6}   bytes on disk")
    for name, (own, other) in times.items():
        own_rate, other_rate = (DATA / 1e6 / statistics.median(values) for values in (own, other))
        results.append({"format": name, "sealift": own_rate, "qemu-img": other_rate, "sizes": sizes[name]})
        print(f"{name:22} {own_rate:7.0f} MB/s {other_rate:7.0f} MB/s {own_rate / other_rate:5.1f}x   "
              f"{sizes[name][0] / 1e6:.0f} MB, {sizes[name][1] / 1e6:.0f} MB")
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
