#!/usr/bin/python3
"""Writes what a volume that is made of a snapshot of the server's reads like, or its first so many bytes. Usage:
read_volume.py FOLDER SNAPSHOT OUT [BYTES]"""

import os
import sys

from snapshots import Snapshot

Snapshot(os.path.join(sys.argv[1], "snapshots", sys.argv[2])).read_volume(sys.argv[3], *map(int, sys.argv[4:]))
