# shellcheck shell=bash
# More disks for make-disks.sh, which sources this: each is as good as another one but for one thing.
# shellcheck disable=SC2154  # out, here, kernel, root_uuid: of make-disks.sh

# linux_variant NAME MIB FUNCTION: ext4_bios, with a root of MIB, and files that FUNCTION has changed in the folder it gets.
linux_variant() {
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    "$3" "$out/tree"
    make_ext4 "$out/part" "$2" "$out/tree"
    mbr_bios "$out/$1.raw" "$out/part" "$2"
}

set_static_network() {
    printf 'auto eth0\niface eth0 inet static\n address 192.0.2.7/24\n gateway 192.0.2.1\n' >"$1/etc/network/interfaces"
}
disk_static_network() { linux_variant static_network 64 set_static_network; }

add_menu() { printf 'kernel /boot/vmlinuz-%s\n' "$kernel" >"$1/boot/grub/menu.lst"; }
disk_two_menus() { linux_variant two_menus 64 add_menu; }

leave_entries_only() {
    echo blscfg >"$1/boot/grub/grub.cfg"
    mkdir -p -- "$1/boot/loader/entries"
    printf 'linux /boot/vmlinuz-%s\n' "$kernel" >"$1/boot/loader/entries/debian.conf"
}
disk_entries_only() { linux_variant entries_only 64 leave_entries_only; }

remove_fstab() { rm -- "$1/etc/fstab"; }
disk_no_fstab() { linux_variant no_fstab 64 remove_fstab; }

# The machine in the header of an ELF program (18 bytes into it): 3, an i386.
become_32_bit() { printf '\3' | dd of="$1/usr/bin/sh" bs=1 seek=18 conv=notrunc status=none; }
disk_i386() { linux_variant i386 64 become_32_bit; }

become_arch() { printf 'PRETTY_NAME="Arch Linux"\nID=arch\n' >"$1/usr/lib/os-release"; }
disk_arch() { linux_variant arch 64 become_arch; }

remove_drivers() { make_initramfs "$1/boot/initrd.img-$kernel" isofs; }
disk_no_drivers() { linux_variant no_drivers 64 remove_drivers; }

add_drivers() {
    make_initramfs "$1/boot/initrd.img-$kernel" virtio_blk virtio_scsi nvme xen-blkfront hv_storvsc vmw_pvscsi
}
disk_all_drivers() { linux_variant all_drivers 64 add_drivers; }

disk_roomy() { linux_variant roomy 512 true; }

# A file system that nobody's installer uses, though Linux and GRUB can.
disk_iso_root() {
    make_linux "$out/tree" "UUID=$root_uuid / iso9660 defaults 0 1"
    rm -f -- "$out/part"
    xorriso -as mkisofs -quiet -R -V root -o "$out/part" "$out/tree" 2>/dev/null
    truncate -s 64M -- "$out/part"
    mbr_bios "$out/iso_root.raw" "$out/part" 64
}

disk_no_system() {
    rm -rf -- "$out/tree"
    mkdir -p -- "$out/tree/data"
    make_ext4 "$out/part" 64 "$out/tree"
    mbr_bios "$out/no_system.raw" "$out/part" 64
}

disk_two_systems() {
    local disk=$out/two_systems.raw
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    make_ext4 "$out/part" 64 "$out/tree"
    truncate -s 130M -- "$disk"
    printf 'label: dos\nstart=1MiB, size=64MiB, type=83, bootable\nstart=65MiB, size=64MiB, type=83\n' | sfdisk -q -- "$disk"
    add_grub "$disk"
    paste "$out/part" "$disk" 1
    paste "$out/part" "$disk" 65
}

# As installers of twenty years ago did it: the first partition begins behind the first track.
disk_misaligned() {
    local disk=$out/misaligned.raw
    rm -f -- "$out/part"
    truncate -s 16M -- "$out/part"
    mke2fs -q -F -t ext4 -- "$out/part"
    truncate -s 18M -- "$disk"
    printf 'label: dos\nstart=63, size=32768, type=83\n' | sfdisk -q -- "$disk"
    dd if="$out/part" of="$disk" bs=512 seek=63 conv=notrunc,sparse status=none
}

disk_uefi_no_fallback() {
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    make_ext4 "$out/part" 64 "$out/tree"
    gpt_uefi "$out/uefi_no_fallback.raw" "$out/part" 64
    mdel -i "$out/uefi_no_fallback.raw@@1M" ::/EFI/BOOT/BOOTX64.EFI
}

# A part of a set of md's, version 1.2 (Linux' include/uapi/linux/raid/md_p.h); mdadm makes them on devices only.
disk_raid() {
    rm -f -- "$out/part"
    truncate -s 32M -- "$out/part"
    python3 "$here/md_member.py" "$out/part"
    mbr_bios "$out/raid.raw" "$out/part" 32 fd
}

# Shut down properly, and without drivers of virtio.
disk_windows_awake() {
    make_windows "$out/part" 96
    mbr_bios "$out/windows_awake.raw" "$out/part" 96 7
}

disk_windows_roomy() {
    make_windows "$out/part" 7168
    mbr_bios "$out/windows_roomy.raw" "$out/part" 7168 7
}

disk_windows_gpt() {
    local disk=$out/windows_gpt.raw
    make_windows "$out/part" 96
    truncate -s 180M -- "$disk"
    printf 'label: gpt\nstart=1MiB, size=64MiB, type=U\nstart=65MiB, size=96MiB\nstart=161MiB, size=2MiB\nstart=163MiB, size=2MiB\n' |
        sfdisk -q -- "$disk"
    make_efi "$out/part.efi" 64
    paste "$out/part.efi" "$disk" 1
    paste "$out/part" "$disk" 65
}
