#!/usr/bin/env bash
# Puts a Debian system on a raw 4 GiB disk: WORK/tree.tar if there is one, else the packages of WORK/packages.
# Runs under fakeroot. Usage: system-disk.sh WORK DISK
set -Eeuo pipefail
shopt -s inherit_errexit

sample=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../app/sample" && pwd)
# shellcheck source=app/sample/cache.sh
. "$sample/cache.sh"
# shellcheck source=app/sample/tree.sh
. "$sample/tree.sh"
# shellcheck source=app/sample/disk.sh
. "$sample/disk.sh"

work=$1
disk=$2
tree=$work/tree
umask 022
trap 'printf "%s: failed in line %s: %s\n" "${0##*/}" "$LINENO" "$BASH_COMMAND" >&2' ERR

if [ -e "$work/tree.tar" ]; then
    mkdir -- "$tree"
    tar -x -p --numeric-owner -C "$tree" -f "$work/tree.tar"
else
    unpack_packages "$work/packages" "$tree"
    configure_tree "$tree"
fi
make_disk "$disk" 4096 "$tree" 5ea11f70-0000-4000-8000-000000005b5b
