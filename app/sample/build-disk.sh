#!/usr/bin/env bash
# Makes a bootable raw disk out of downloaded packages. Runs under fakeroot, so that files belong to root in the image.
# Usage: build-disk.sh WORK DISK       WORK/packages holds the .deb files; WORK is scratch space; DISK is made anew.
set -Eeuo pipefail
shopt -s inherit_errexit

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=app/sample/cache.sh
. "$here/cache.sh"
# shellcheck source=app/sample/tree.sh
. "$here/tree.sh"
# shellcheck source=app/sample/disk.sh
. "$here/disk.sh"

work=$1
disk=$2
tree=$work/tree
umask 022
trap 'printf "%s: failed in line %s: %s\n" "${0##*/}" "$LINENO" "$BASH_COMMAND" >&2' ERR

# Fixed, so that the same packages give the same disk as far as the tools allow it.
readonly root_uuid=5ea11f70-0000-4000-8000-000000005a3e

# install_guest_files: our own part of the guest's configuration; the rest is Debian's.
install_guest_files() {
    local guest=$here/guest
    install -m 0755 -- "$guest/sample-boot" "$guest/sample-stop" "$tree/usr/local/sbin/"
    install -m 0644 -- "$guest/inittab" "$tree/etc/inittab"
    printf 'sealift-sample\n' >"$tree/etc/hostname"
    printf '127.0.0.1\tlocalhost\n127.0.1.1\tsealift-sample\n' >"$tree/etc/hosts"
    printf 'UUID=%s / ext4 errors=remount-ro 0 1\n' "$root_uuid" >"$tree/etc/fstab"
    install -d -m 0755 -- "$tree/boot/grub"
    sed -e "s/@UUID@/$root_uuid/g" -e "s/@KERNEL@/$kernel/g" -- "$guest/grub.cfg" >"$tree/boot/grub/grub.cfg"
}

# make_initramfs: just what it takes to find the root file system on the controllers of QEMU, Xen and EC2.
make_initramfs() {
    local root=$work/initramfs module file plain
    local wanted=(virtio_pci virtio_blk virtio_scsi ata_piix ahci sd_mod nvme xen_blkfront ena ext4)
    mkdir -p -- "$root"/{bin,dev,proc,sys,modules,root}
    install -m 0755 -- "$tree/bin/busybox" "$root/bin/busybox"
    install -m 0755 -- "$here/guest/initramfs-init" "$root/init"
    : >"$root/modules/order"
    for module in "${wanted[@]}"; do
        # Prints "insmod FILE [PARAMETER...]" in loading order, "builtin NAME", or fails where this kernel has no such module.
        guest_tool kmod modprobe -C "$work/empty" -d "$tree" -S "$kernel" --show-depends "$module" 2>/dev/null || true
    done | sed -nE 's/^insmod (.*\.ko(\.[a-z]+)?)( .*)?$/\1/p' | awk '!seen[$0]++' >"$work/modules"
    while read -r file; do
        plain=$(basename -- "$file")
        plain=${plain%.xz}
        plain=${plain%.zst}
        case $file in
            *.xz) xz -dc -- "$file" ;;
            *.zst) zstd -qdc -- "$file" ;;
            *) cat -- "$file" ;;
        esac >"$root/modules/$plain"
        printf '%s\n' "$plain" >>"$root/modules/order"
    done <"$work/modules"
    grep -q '^virtio_blk' "$root/modules/order" || die "the kernel $kernel has no virtio_blk module"
    find "$root" -exec touch -h -d "@$epoch" -- {} +
    (cd -- "$root" && find . | sort | guest_tool cpio cpio --quiet --reproducible -R 0:0 -o -H newc) |
        zstd -q -10 >"$tree/boot/initrd.img-$kernel"
}

# install_grub: the modules GRUB loads from the file system, and WORK/core.img for the gap behind the MBR.
install_grub() {
    local platform=$tree/usr/lib/grub/i386-pc
    mkdir -p -- "$tree/boot/grub/i386-pc"
    cp -- "$platform"/*.mod "$platform"/*.lst "$tree/boot/grub/i386-pc/"
    # shellcheck disable=SC2016  # GRUB expands $root
    printf 'search.fs_uuid %s root\nset prefix=($root)/boot/grub\n' "$root_uuid" >"$work/early.cfg"
    guest_tool grub-mkimage grub-mkimage -O i386-pc -d "$platform" -p /boot/grub -c "$work/early.cfg" \
        -o "$work/core.img" biosdisk part_msdos ext2 search_fs_uuid normal configfile linux serial terminal
}

mkdir -p -- "$work/empty"
unpack_packages "$work/packages" "$tree"
configure_tree "$tree"
kernel=$(cd -- "$tree/boot" && ls vmlinuz-*)
kernel=${kernel#vmlinuz-}
readonly kernel
guest_tool kmod depmod -b "$tree" "$kernel"
install_guest_files
make_initramfs
install_grub
make_disk "$disk" 2048 "$tree" "$root_uuid"
write_boot_loader "$disk" "$tree/usr/lib/grub/i386-pc/boot.img" "$work/core.img"
