#!/usr/bin/env bash
# Boots a disk image in an emulated PC and tells whether its system comes up.
#
# Usage: boot-image.sh IMAGE FORMAT [SECONDS]
#
# The image is opened by qemu-system-x86_64 as FORMAT ("raw", "qcow2", ...; never guessed) and never written: the guest
# writes into a temporary overlay. No network, no screen; TCG, so no rights are needed. Success is the sample image's
# own marker or a login prompt on the first serial port within SECONDS (default 180). On failure the last lines of the
# console go to stderr. SEALIFT_BOOT_BUS selects the disk's controller: virtio (default) or ide.
#
# Exit status: 0 up, 1 not up in time or crashed, 2 wrong usage.
# Needs the Debian package qemu-system-x86.
set -euo pipefail
export LC_ALL=C

complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

if [ $# -lt 2 ] || [ $# -gt 3 ] || [[ ! ${3-180} =~ ^[1-9][0-9]*$ ]]; then
    complain "usage: IMAGE FORMAT [SECONDS]"
    exit 2
fi
command -v qemu-system-x86_64 >/dev/null || {
    complain "qemu-system-x86_64 is missing; install the Debian package qemu-system-x86"
    exit 2
}
image=$(realpath -e -- "$1") || exit 2
format=$2
limit=${3-180}
bus=${SEALIFT_BOOT_BUS-virtio}
readonly image format limit bus

work=$(mktemp -d)
qemu=
# Ends our own QEMU and nothing else; its process is not reaped before the wait, so the number cannot be another's.
# shellcheck disable=SC2317  # called by the trap
finish() {
    if [ -n "$qemu" ]; then
        kill -- "$qemu" 2>/dev/null || true
        wait "$qemu" 2>/dev/null || true
    fi
    rm -rf -- "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

console=$work/console
: >"$console"
# A comma in the file name is doubled, as QEMU's option syntax asks.
TMPDIR=$work qemu-system-x86_64 -no-user-config -nodefaults -machine pc,accel=tcg -cpu max -m 512 -no-reboot \
    -display none -monitor none -nic none -serial "file:$console" \
    -drive "file=${image//,/,,},format=$format,if=$bus,snapshot=on" >"$work/output" 2>&1 &
qemu=$!

begin=$SECONDS
reason=
while [ -z "$reason" ]; do
    if grep -aqE 'SEALIFT-SAMPLE-READY|(^|[[:space:]])login: *$' -- "$console"; then
        printf 'up after %d s\n' "$((SECONDS - begin))"
        exit 0
    fi
    if grep -aqE 'Kernel panic|SEALIFT-SAMPLE-FAILED' -- "$console"; then
        reason="the system failed while starting"
    elif ! kill -0 "$qemu" 2>/dev/null; then
        reason="qemu-system-x86_64 ended before the system was up"
    elif [ $((SECONDS - begin)) -ge "$limit" ]; then
        reason="no login prompt within $limit s"
    else
        sleep 0.3
    fi
done

complain "$image: $reason"
{
    cat -- "$work/output"
    printf -- '--- last lines of the console\n'
    tr -d '\r' <"$console" | tail -n 40
} >&2
exit 1
