# shellcheck shell=bash
# The Debian packages Sealift needs, by purpose and release. Sourced, never run.

# Prints the packages of one group, one a line: packages_of build|run|test|fuzz DEBIAN_RELEASE
packages_of() {
    local -a names=()
    case $1 in
    build)
        # QCA takes the path of the certificate store it finds while it is built.
        names=(build-essential ca-certificates ccache cmake ninja-build pkgconf
            qt6-base-dev qt6-l10n-tools qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qtkeychain-qt6-dev
            libarchive-dev libblkid-dev libbz2-dev libcurl4-openssl-dev libexpected-dev liblzma-dev libnbd-dev libseccomp-dev libsodium-dev libssl-dev libzstd-dev
            libzxcvbn-dev nbdkit-plugin-dev rapidjson-dev zlib1g-dev)
        if [[ $2 == 12 ]]; then
            # QCA and KArchive for Qt 6 are not packaged there and are built by deps.sh; QCA needs the Qt 5 compatibility classes.
            names+=(qt6-5compat-dev)
        else
            names+=(libkf6archive-dev libqca-qt6-dev libqca-qt6-plugins)
        fi
        ;;
    run)
        # The last line is what the sample image is made and the result shown with.
        names=(bubblewrap ca-certificates grub-common libqt6sql6-sqlite nbdkit qemu-utils qt6-translations-l10n util-linux
            e2fsprogs fakeroot fdisk jq xz-utils zstd)
        ;;
    test)
        # The second line makes the disks that tests of inspection look at; bzip2, p7zip-full and zip pack test archives; xdotool
        # moves the mouse of a test that drags files from one process into another.
        names=(age awscli bzip2 ceph-common ceph-mon ceph-osd clang-format clang-tidy curl dbus gdb git gnome-keyring iproute2 libnbd-bin nftables openssl p7zip-full
            btrfs-progs cpio cryptsetup-bin dosfstools gdisk makefs mmdebstrap mtools ntfs-3g wimtools xfsprogs xorriso
            python3 python3-botocore qemu-system-x86 radosgw rclone restic shellcheck tmux xdotool xvfb zip)
        ;;
    fuzz)
        # libFuzzer is in clang's run-time libraries; qemu-img, openssl and python3 make the seeds.
        names=(clang openssl python3 qemu-utils)
        if [[ $2 == 12 ]]; then
            names+=(libclang-rt-14-dev)
        else
            names+=(libclang-rt-19-dev)
        fi
        ;;
    esac
    printf '%s\n' "${names[@]}"
}
