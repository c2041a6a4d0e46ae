#!/usr/bin/env bash
# Makes the sample disk image: a virtual machine that really boots, out of Debian's own packages.
#
# Needs no root, no mounts, no virtualisation, and no network beyond apt. Debian 12 or 13 on amd64 with these packages:
#   apt dpkg tar coreutils util-linux findutils xz-utils zstd   (part of every Debian system, or nearly)
#   e2fsprogs fakeroot fdisk qemu-utils                         (mke2fs and debugfs, fakeroot, sfdisk, qemu-img)
# Everything else (GRUB, kmod, cpio, busybox) is run out of the packages that go into the image.
set -euo pipefail
shopt -s inherit_errexit

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly here

usage() {
    cat <<'TEXT'
Usage: app/sample-image.sh [OUT]

Makes a sample virtual machine disk and prints the path of the cached image.
With OUT it copies the image there instead and prints OUT.

The image: qcow2, 2 GiB virtual, about 250 MB of data; an MBR with one bootable ext4
partition; GRUB for BIOS; Debian's cloud kernel; a minimal Debian of the release this
machine runs. Host name sealift-sample; a login prompt on the serial port ttyS0 (user
root, no password); init prints SEALIFT-SAMPLE-READY when the system is up.

The image is built once for a Debian release (under two minutes, about 65-120 MB from the
apt mirror) and kept in ${SEALIFT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sealift}/sample.

Options:
  -h, --help   show this text

Exit status: 0 done, 1 failed, 2 wrong usage.
TEXT
}

case "${1-}" in
    -h | --help)
        usage
        exit 0
        ;;
    -*)
        usage >&2
        exit 2
        ;;
esac
if [ $# -gt 1 ]; then
    usage >&2
    exit 2
fi

# shellcheck source=app/sample/cache.sh
. "$here/sample/cache.sh"
# shellcheck source=app/sample/packages.sh
. "$here/sample/packages.sh"

# One kernel, one boot loader, one init, and enough of a user land to look around in. The essential set comes with them
# ("login" belongs to it in Debian 12 only).
readonly packages=(
    linux-image-cloud-amd64 grub-pc-bin sysvinit-core busybox-static login
    apt ca-certificates e2fsprogs iproute2 less nano openssh-client procps
)

# build WORK IMAGE: makes the image as IMAGE, with WORK as its scratch folder.
build() {
    local work=$1 image=$2
    fetch_packages "$work" "${packages[@]}"
    say "unpacking $(find "$work/packages" -name '*.deb' | wc -l) packages and making the disk"
    # File system and archives must say that root owns the files; fakeroot's daemon must not inherit the cache's lock.
    fakeroot -- bash "$here/sample/build-disk.sh" "$work" "$work/disk.raw" 9>&-
    say "converting to qcow2"
    qemu-img convert -f raw -O qcow2 "$work/disk.raw" "$image"
}

# The caller reads the path from stdout, so everything else goes to stderr.
exec 3>&1 1>&2
need_debian_amd64
image=$(cached_path sample "$here/sample-image.sh" "$here"/sample/*.sh "$here"/sample/guest/*)
if [ ! -e "$image" ]; then
    need_tools apt-get:apt debugfs:e2fsprogs dpkg-deb:dpkg fakeroot:fakeroot flock:util-linux mke2fs:e2fsprogs \
        qemu-img:qemu-utils sfdisk:fdisk tar:tar xz:xz-utils zstd:zstd
    build_cached "$image" build
fi
if [ $# -eq 1 ]; then
    copy_out "$image" "$1"
    image=$1
fi
printf '%s\n' "$image" >&3
