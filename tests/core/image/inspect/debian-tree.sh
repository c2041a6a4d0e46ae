#!/usr/bin/env bash
# Prints the path of a tar archive with a small Debian of the release that this machine runs: a real kernel with its real
# initial file system, GRUB, LVM, systemd. Made by mmdebstrap, out of the packages of this machine's own apt sources; kept
# in ${SEALIFT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sealift}/inspect, so that only the first run fetches them.
set -euo pipefail

cache=${SEALIFT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sealift}/inspect
# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
archive=$cache/debian-$release-$(sha256sum -- "${BASH_SOURCE[0]}" | cut -c1-16).tar
readonly cache release archive

# What apt is told on this machine of where packages come from, and of the way there.
own_sources() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        if [[ -s $file ]]; then
            printf '%s\n' "$file"
        fi
    done
}
own_options() {
    apt-config dump --no-empty Acquire::http::Proxy
    apt-config dump --no-empty Acquire::https::Proxy
    apt-config dump --no-empty Acquire::Check-Valid-Until
}

make_archive() {
    local part option
    local -a sources options=()
    mapfile -t sources < <(own_sources)
    while read -r option; do
        options+=("--aptopt=$option")
    done < <(own_options)
    part=$(mktemp -- "$archive.XXXXXX")
    # shellcheck disable=SC2064  # of now
    trap "rm -f -- '$part'" EXIT
    mmdebstrap --quiet --variant=essential --format=tar \
        --include=grub-efi-amd64-bin,grub-pc-bin,ifupdown,initramfs-tools,linux-image-cloud-amd64,lvm2,systemd-sysv,zstd \
        --aptopt='Acquire::Languages "none"' "${options[@]}" --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        "$release" - "${sources[@]}" >"$part"
    mv -- "$part" "$archive"
}

if [[ ! -s $archive ]]; then
    mkdir -p -- "$cache"
    make_archive
fi
printf '%s\n' "$archive"
