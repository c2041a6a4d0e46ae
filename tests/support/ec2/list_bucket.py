#!/usr/bin/python3
"""Writes what is in a bucket of the server's S3 service: the keys of all versions, of marks of deletion and of unfinished
uploads, in one line; nothing for a bucket that is not there. Usage: list_bucket.py FOLDER BUCKET"""

import sys

from imports import Staging

client = Staging(sys.argv[1]).client()
try:
    versions = client.list_object_versions(Bucket=sys.argv[2])
    uploads = client.list_multipart_uploads(Bucket=sys.argv[2])
except client.exceptions.NoSuchBucket:
    sys.exit(0)
print(*(entry["Key"] for entry in versions.get("Versions", []) + versions.get("DeleteMarkers", []) + uploads.get("Uploads", [])))
