#!/usr/bin/env bash
# Makes the "realistic system image" of the benchmarks: a minimal Debian server, as installed, on a 4 GiB disk.
#
# With mmdebstrap the packages are really installed (configured, with initramfs and caches); without it, or where it
# cannot work (no root and no user namespaces), they are only unpacked. The image is there to be read, not to boot.
# Needs what app/sample-image.sh needs; wants the Debian package mmdebstrap.
set -euo pipefail
shopt -s inherit_errexit

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
sample=$here/../../app/sample
readonly here sample

usage() {
    cat <<'TEXT'
Usage: tests/bench/system-image.sh [OUT]

Makes the disk image of a minimal Debian server and prints the path of the cached image.
With OUT it copies the image there instead and prints OUT.

The image: qcow2 (not compressed), 4 GiB virtual, about 450 MiB of data in one ext4 file
system on an MBR partition. It is kept beside the sample image, in
${SEALIFT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sealift}/sample.

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
. "$sample/cache.sh"
# shellcheck source=app/sample/packages.sh
. "$sample/packages.sh"

readonly packages=(
    apt ca-certificates cron e2fsprogs ifupdown iproute2 less linux-image-cloud-amd64 locales login logrotate
    nano openssh-server procps python3 rsync sudo systemd-sysv udev vim-tiny
)

# debian_sources: the machine's own sources of the Debian release it runs, in the one-line format.
debian_sources() {
    # shellcheck disable=SC2016  # apt expands the words in the format
    apt-get indextargets --format 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        sort -u
}

# install_packages WORK: a configured system as WORK/tree.tar; fails where mmdebstrap is missing or cannot work.
install_packages() {
    local work=$1 codename mode=unshare
    command -v mmdebstrap >/dev/null || return 1
    [ "$(id -u)" -ne 0 ] || mode=root
    # shellcheck source=/dev/null
    codename=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
    debian_sources >"$work/sources.list"
    [ -s "$work/sources.list" ] || return 1
    say "installing ${#packages[@]} packages and what they need, by mmdebstrap"
    # It builds in the system's folder for temporary files, because its unprivileged mode works under other user ids,
    # which a private cache folder would shut out. Syncing every file to a disk that is thrown away only costs time.
    SOURCE_DATE_EPOCH=1735689600 mmdebstrap --quiet "--mode=$mode" --variant=minbase --dpkgopt=force-unsafe-io \
        "--include=$(IFS=, && printf '%s' "${packages[*]}")" "$codename" - \
        <"$work/sources.list" >"$work/tree.tar" 2>"$work/mmdebstrap.log" 9>&-
}

# build WORK IMAGE: makes the image as IMAGE, with WORK as its scratch folder.
build() {
    local work=$1 image=$2
    if ! install_packages "$work"; then
        rm -f -- "$work/tree.tar"
        [ ! -s "$work/mmdebstrap.log" ] || tail -n 3 -- "$work/mmdebstrap.log" >&2
        say "mmdebstrap is missing or does not work here; unpacking the packages instead"
        # Two large packages stand in for what the installation would have generated: initramfs, caches, byte code.
        fetch_packages "$work" "${packages[@]}" git vim
    fi
    say "making the disk"
    fakeroot -- bash "$here/system-disk.sh" "$work" "$work/disk.raw" 9>&-
    qemu-img convert -f raw -O qcow2 "$work/disk.raw" "$image"
}

exec 3>&1 1>&2
need_debian_amd64
image=$(cached_path system "$here/system-image.sh" "$here/system-disk.sh" "$sample"/*.sh)
if [ ! -e "$image" ]; then
    need_tools apt-get:apt debugfs:e2fsprogs dpkg-deb:dpkg fakeroot:fakeroot flock:util-linux mke2fs:e2fsprogs \
        qemu-img:qemu-utils sfdisk:fdisk tar:tar
    build_cached "$image" build
fi
if [ $# -eq 1 ]; then
    copy_out "$image" "$1"
    image=$1
fi
printf '%s\n' "$image" >&3
