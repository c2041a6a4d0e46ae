#!/usr/bin/python3
"""Writes what a volume that is made of a snapshot of the server's reads like. Usage: read_volume.py FOLDER SNAPSHOT OUT"""

import os
import sys

from snapshots import Snapshot

Snapshot(os.path.join(sys.argv[1], "snapshots", sys.argv[2])).read_volume(sys.argv[3])
