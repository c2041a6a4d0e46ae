#!/usr/bin/env bash
# Puts OpenStack Nova's format_inspector.py, out of Debian's package, into a folder: to be compared with, never installed.
# Usage: unpack-inspector.sh FOLDER     writes FOLDER/format_inspector.py, unless it is there already
set -euo pipefail

folder=$1
readonly folder
[[ -s $folder/format_inspector.py ]] && exit 0
mkdir -p -- "$folder"
work=$(mktemp -d -- "$folder/unpack.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
# apt-get fetches as a user of its own where it can: it must be able to write there.
chmod 755 -- "$work"
(cd -- "$work" && apt-get -qq -o APT::Sandbox::User=root download python3-nova)
dpkg-deb -x "$work"/python3-nova_*.deb "$work/tree"
cp -- "$work/tree/usr/lib/python3/dist-packages/nova/image/format_inspector.py" "$work/format_inspector.py"
mv -- "$work/format_inspector.py" "$folder/format_inspector.py"
