"""The disks that are measured. Each is a raw file, and for some the container file that users would have."""

import dataclasses
import os
import random
import subprocess

KIB = 1 << 10
MIB = 1 << 20
GIB = 1 << 30
TIB = 1 << 40

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclasses.dataclass
class Source:
    """A disk as files. `image` is what sealift and qemu-img get, `raw` what tools get that know no disk formats."""

    raw: str
    image: str
    format: str


@dataclasses.dataclass
class Workload:
    name: str
    title: str
    size: int
    data: int  # bytes of data; 0: what the image turns out to hold
    peers_limited: bool = False  # peers read every hole: they get a time limit

    def build(self, folder):
        """Makes the disk in `folder`."""
        raw = os.path.join(folder, self.name + ".raw")
        if self.name == "system":
            return build_system(self, folder, raw)
        if self.data == self.size:
            write_random(raw, [(0, self.size)])
        else:
            write_random(raw, scattered(self.size, self.data))
        os.truncate(raw, self.size)
        return Source(raw, raw, "raw")


def full():
    return [
        Workload("incompressible", "1 GiB incompressible, raw", GIB, GIB),
        Workload("system", "4 GiB system image, qcow2", 4 * GIB, 0),
        Workload("sparse", "20 GiB sparse with 1 GiB of data, raw", 20 * GIB, GIB),
        Workload("huge", "4 TiB sparse with 1 GiB of data, raw", 4 * TIB, GIB, peers_limited=True),
    ]


def short():
    return [
        Workload("incompressible", "64 MiB incompressible, raw", 64 * MIB, 64 * MIB),
        Workload("system", "256 MiB file system image, qcow2", 256 * MIB, 0),
        Workload("sparse", "1 GiB sparse with 32 MiB of data, raw", GIB, 32 * MIB),
        Workload("huge", "4 TiB sparse with 32 MiB of data, raw", 4 * TIB, 32 * MIB, peers_limited=True),
    ]


def write_random(path, pieces):
    """Writes data that no compressor makes smaller, the same in every run."""
    generator = random.Random(20)
    with open(path, "wb") as file:
        for offset, length in pieces:
            file.seek(offset)
            while length:
                step = min(MIB, length)
                file.write(generator.randbytes(step))
                length -= step


def scattered(size, data):
    """Pieces of 128 KiB to 4 MiB, `data` bytes in all, all over a disk of `size`, none touching another. They begin on 4 KiB
    boundaries, as file systems place them, not on the boundaries of anybody's chunks."""
    generator = random.Random(22)
    lengths = []
    while data:
        lengths.append(min(data, generator.randrange(32, 1025) * 4 * KIB))
        data -= lengths[-1]
    slot = size // len(lengths)
    for index, length in enumerate(lengths):
        room = (slot - length) // (4 * KIB)
        yield index * slot + generator.randrange(max(1, room)) * 4 * KIB, length


def build_system(workload, folder, raw):
    """The realistic disk: a whole installed system; for the short form a file system with files of this machine."""
    image = os.path.join(folder, workload.name + ".qcow2")
    if workload.size == 4 * GIB:
        subprocess.run([os.path.join(HERE, "system-image.sh"), image], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["qemu-img", "convert", "-f", "qcow2", "-O", "raw", image, raw], check=True)
    else:
        subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", "/usr/share/perl", raw, str(workload.size // KIB)], check=True,
                       capture_output=True)
        subprocess.run(["qemu-img", "convert", "-f", "raw", "-O", "qcow2", raw, image], check=True)
    return Source(raw, image, "qcow2")
