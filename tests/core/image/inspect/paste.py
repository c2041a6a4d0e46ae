#!/usr/bin/env python3
"""Puts a file on a disk, or a stretch of it, without its holes. Usage: paste.py FILE DISK MIB [FROM_MIB COUNT_MIB]"""

import errno
import os
import sys

MEBIBYTE = 1 << 20


def main():
    file, disk = sys.argv[1:3]
    place, start = int(sys.argv[3]) * MEBIBYTE, int(sys.argv[4]) * MEBIBYTE if len(sys.argv) > 4 else 0
    end = start + int(sys.argv[5]) * MEBIBYTE if len(sys.argv) > 5 else os.path.getsize(file)
    with open(file, 'rb', buffering=0) as source, open(disk, 'r+b', buffering=0) as target:
        at = start
        while at < end:
            try:
                at = os.lseek(source.fileno(), at, os.SEEK_DATA)
            except OSError as error:
                if error.errno == errno.ENXIO:
                    return
                raise
            hole = min(end, os.lseek(source.fileno(), at, os.SEEK_HOLE))
            while at < hole:
                data = os.pread(source.fileno(), min(MEBIBYTE, hole - at), at)
                os.pwrite(target.fileno(), data, place + at - start)
                at += len(data)


main()
