#!/usr/bin/env bash
# Makes the disks of tst_inspect_disk: real partition tables and file systems, by the tools that people use, without
# root. Usage: make-disks.sh FOLDER [NAME...]     writes FOLDER/NAME.raw; without names all of them.
# With SEALIFT_DEBIAN, the archive of debian-tree.sh, that Debian is on the disks instead of a few files like its own, and
# real boot loaders; each root file system then has SEALIFT_ROOT_MIB.
set -euo pipefail
shopt -s inherit_errexit

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$1
shift
readonly here out
PATH=$PATH:/usr/sbin:/sbin
readonly root_uuid=5ea11f70-0000-4000-8000-000000000001
readonly boot_uuid=5ea11f70-0000-4000-8000-000000000002
readonly debian=${SEALIFT_DEBIAN-}
kernel=6.1.0-18-amd64
mkdir -p -- "$out"

# paste FILE DISK MIB [FROM COUNT]: puts FILE, or COUNT MiB of it from there on, on DISK from MIB mebibytes on, without its
# holes.
paste() {
    python3 "$here/paste.py" "$@"
}

# make_initramfs FILE MODULE...: a cpio archive with empty modules, compressed by zstd behind an early one that is not,
# as with microcode.
make_initramfs() {
    local file=$1 tree=$out/tree.initramfs
    shift
    rm -rf -- "$tree"
    mkdir -p -- "$tree/early/kernel/x86/microcode" "$tree/main/usr/lib/modules/$kernel/kernel/drivers"
    echo microcode >"$tree/early/kernel/x86/microcode/GenuineIntel.bin"
    for module; do
        echo module >"$tree/main/usr/lib/modules/$kernel/kernel/drivers/$module.ko"
    done
    (cd -- "$tree/early" && find . | cpio --quiet -o -H newc) >"$file"
    (cd -- "$tree/main" && find . | cpio --quiet -o -H newc) | zstd -q -c >>"$file"
}

# mib SIZE: the size of a root file system that has to hold so much.
mib() {
    echo "${SEALIFT_ROOT_MIB:-$1}"
}

# put_debian TREE FSTAB_LINE...: the real one, as its installer leaves it. It is unpacked once, and its files are shared.
put_debian() {
    local tree=$1 once=$out/debian
    shift
    if [[ ! -d $once ]]; then
        mkdir -p -- "$once"
        tar -xf "$debian" -C "$once" --no-same-owner --exclude='./dev/*'
        mkdir -p -- "$once/boot/grub"
    fi
    cp -al -- "$once" "$tree"
    kernel=$(basename -- "$tree"/boot/vmlinuz-*)
    kernel=${kernel#vmlinuz-}
    rm -f -- "$tree/etc/fstab" "$tree/etc/network/interfaces"
    printf '%s\n' "$@" >"$tree/etc/fstab"
    printf 'auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet dhcp\n' >"$tree/etc/network/interfaces"
    printf 'menuentry Debian {\n linux /boot/vmlinuz-%s root=UUID=%s ro\n initrd /boot/initrd.img-%s\n}\n' "$kernel" \
        "$root_uuid" "$kernel" >"$tree/boot/grub/grub.cfg"
}

# Where the modules of GRUB's kind (x86_64-efi, i386-pc) are that is on the disks.
grub_of() {
    echo "$out/debian/usr/lib/grub/$1"
}

# make_linux TREE FSTAB_LINE...: what inspection looks at of an installed Debian.
make_linux() {
    local tree=$1
    shift
    rm -rf -- "$tree"
    if [[ -n $debian ]]; then
        put_debian "$tree" "$@"
        return
    fi
    mkdir -p -- "$tree"/{boot/grub,etc/network,usr/bin,usr/lib/modules/$kernel}
    ln -s usr/bin "$tree/bin"
    ln -s usr/lib "$tree/lib"
    cp -- /bin/true "$tree/usr/bin/sh"
    printf 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n' >"$tree/usr/lib/os-release"
    ln -s ../usr/lib/os-release "$tree/etc/os-release"
    printf '%s\n' "$@" >"$tree/etc/fstab"
    printf 'auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet dhcp\n' >"$tree/etc/network/interfaces"
    echo "linux /boot/vmlinuz-$kernel root=UUID=$root_uuid ro" >"$tree/boot/grub/grub.cfg"
    echo kernel >"$tree/boot/vmlinuz-$kernel"
    make_initramfs "$tree/boot/initrd.img-$kernel" virtio_blk virtio_scsi nvme xen-blkfront hv_storvsc
    echo kernel/drivers/ata/ahci.ko >"$tree/usr/lib/modules/$kernel/modules.builtin"
    printf 'kernel/drivers/%s.ko.xz:\n' virtio_blk virtio_net nvme ena xen-blkfront \
        >"$tree/usr/lib/modules/$kernel/modules.dep"
}

# make_ext4 FILE MIB TREE [OPTION...]
make_ext4() {
    rm -f -- "$1"
    truncate -s "${2}M" -- "$1"
    mke2fs -q -F -t ext4 -U "$root_uuid" -L root -d "$3" "${@:4}" -- "$1"
}

# make_efi FILE MIB: an EFI system partition with GRUB's loader and the fallback one.
make_efi() {
    truncate -s "${2}M" -- "$1"
    mkfs.vfat -n EFI -- "$1" >/dev/null
    if [[ -n $debian ]]; then
        grub-mkimage -d "$(grub_of x86_64-efi)" -O x86_64-efi -p /boot/grub -o "$out/loader" part_gpt fat ext2 xfs btrfs
    else
        echo loader >"$out/loader"
    fi
    mmd -i "$1" ::/EFI ::/EFI/BOOT ::/EFI/debian
    mcopy -i "$1" "$out/loader" ::/EFI/BOOT/BOOTX64.EFI
    mcopy -i "$1" "$out/loader" ::/EFI/debian/grubx64.efi
}

# add_grub DISK: stand-ins for GRUB's boot code and core image where grub-install would put them: the code names itself,
# and says at 0x5c which sector it goes on with.
add_grub() {
    if [[ -n $debian ]]; then
        grub-mkimage -d "$(grub_of i386-pc)" -O i386-pc -p '(hd0,msdos1)/boot/grub' -o "$out/core.img" biosdisk part_msdos \
            ext2 xfs btrfs
        dd if="$(grub_of i386-pc)/boot.img" of="$1" bs=440 count=1 conv=notrunc status=none
        dd if="$out/core.img" of="$1" bs=512 seek=1 conv=notrunc status=none
        return
    fi
    printf 'GRUB \0Geom\0Hard Disk\0Read\0 Error' | dd of="$1" bs=1 seek=384 conv=notrunc status=none
    printf '\1\0\0\0\0\0\0\0' | dd of="$1" bs=1 seek=92 conv=notrunc status=none
    printf 'core' | dd of="$1" bs=1 seek=512 conv=notrunc status=none
}

# gpt_uefi DISK FILE SIZE_MIB [SFDISK_OPTION...]: an EFI system partition, and FILE as a Linux partition.
gpt_uefi() {
    local disk=$1 file=$2 size=$3
    truncate -s $((size + 72))M -- "$disk"
    printf 'label: gpt\nlabel-id: 5EA11F70-0000-4000-8000-0000000000FF\nstart=1MiB, size=64MiB, type=U, name=efi\nstart=65MiB, size=%dMiB, type=L, name=root\n' \
        "$size" | sfdisk -q "${@:4}" -- "$disk"
    make_efi "$out/part.efi" 64
    paste "$out/part.efi" "$disk" 1
    paste "$file" "$disk" 65
}

# mbr_bios DISK FILE SIZE_MIB [TYPE]: FILE as an active partition, of Linux unless TYPE says else, behind GRUB.
mbr_bios() {
    truncate -s $(($3 + 2))M -- "$1"
    printf 'label: dos\nlabel-id: 0x5ea11f70\nstart=1MiB, size=%dMiB, type=%s, bootable\n' "$3" "${4-83}" | sfdisk -q -- "$1"
    add_grub "$1"
    paste "$2" "$1" 1
}

disk_ext4_bios() {
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    make_ext4 "$out/part" "$(mib 64)" "$out/tree"
    mbr_bios "$out/ext4_bios.raw" "$out/part" "$(mib 64)"
}

disk_ext4_uefi() {
    make_linux "$out/tree" "/dev/sda2 / ext4 defaults 0 1" "UUID=ABCD-0123 /boot/efi vfat umask=0077 0 1"
    make_ext4 "$out/part" "$(mib 64)" "$out/tree"
    gpt_uefi "$out/ext4_uefi.raw" "$out/part" "$(mib 64)"
}

# XFS takes a description of its files: mkfs.xfs -p (mkfs.xfs(8), "protofile").
disk_xfs_uefi() {
    make_linux "$out/tree" "UUID=$root_uuid / xfs defaults 0 1"
    {
        printf '/dev/null\n0 0\nd--755 0 0\n'
        proto_of "$out/tree"
        printf '$\n'
    } >"$out/proto"
    rm -f -- "$out/part"
    truncate -s "$(mib 320)M" -- "$out/part"
    mkfs.xfs -q -f -m "uuid=$root_uuid" -p "$out/proto" -- "$out/part"
    gpt_uefi "$out/xfs_uefi.raw" "$out/part" "$(mib 320)"
}

# proto_of FOLDER: its entries in that description.
proto_of() {
    local entry
    for entry in "$1"/*; do
        if [ -L "$entry" ]; then
            printf '%s l--777 0 0 %s\n' "${entry##*/}" "$(readlink -- "$entry")"
        elif [ -d "$entry" ]; then
            printf '%s d--755 0 0\n' "${entry##*/}"
            proto_of "$entry"
            printf '$\n'
        elif [ -f "$entry" ]; then
            printf '%s ---644 0 0 %s\n' "${entry##*/}" "$entry"
        fi
    done
}

disk_btrfs_bios() {
    make_linux "$out/tree" "UUID=$root_uuid / btrfs defaults 0 1"
    rm -f -- "$out/part"
    truncate -s "$(mib 256)M" -- "$out/part"
    mkfs.btrfs -q -f -U "$root_uuid" --rootdir "$out/tree" -- "$out/part" >/dev/null
    mbr_bios "$out/btrfs_bios.raw" "$out/part" "$(mib 256)"
}

# As Ubuntu's installer has it: the root is in the folder @, which is a subvolume there.
disk_btrfs_subvolume() {
    rm -rf -- "$out/top"
    make_linux "$out/tree" "UUID=$root_uuid / btrfs subvol=@ 0 1"
    mkdir -p -- "$out/top"
    mv -- "$out/tree" "$out/top/@"
    rm -f -- "$out/part"
    truncate -s "$(mib 256)M" -- "$out/part"
    mkfs.btrfs -q -f -U "$root_uuid" --rootdir "$out/top" -- "$out/part" >/dev/null
    mbr_bios "$out/btrfs_subvolume.raw" "$out/part" "$(mib 256)"
}

# make_lvm DISK [missing]: a root on a logical volume, with /boot on a partition of its own. pvcreate needs a device and
# root; what it writes is in LVM's text format, and comes from lvm_label.py.
make_lvm() {
    local disk=$1 root size half
    shift
    root=$(mib 64)
    size=$((root + 32))
    half=$((root / 2))
    make_linux "$out/tree" "/dev/mapper/vg0-root / ext4 defaults 0 1" "UUID=$boot_uuid /boot ext4 defaults 0 2"
    rm -rf -- "$out/tree.boot"
    mv -- "$out/tree/boot" "$out/tree.boot"
    mkdir -- "$out/tree/boot"
    rm -f -- "$out/part.boot"
    truncate -s 128M -- "$out/part.boot"
    mke2fs -q -F -t ext4 -U "$boot_uuid" -L boot -d "$out/tree.boot" -- "$out/part.boot"
    make_ext4 "$out/part" "$root" "$out/tree"
    truncate -s $((130 + size))M -- "$disk"
    printf 'label: dos\nlabel-id: 0x5ea11f70\nstart=1MiB, size=128MiB, type=83, bootable\nstart=129MiB, size=%dMiB, type=8e\n' "$size" |
        sfdisk -q -- "$disk"
    add_grub "$disk"
    paste "$out/part.boot" "$disk" 1
    rm -f -- "$out/part.pv"
    truncate -s "${size}M" -- "$out/part.pv"
    python3 "$here/lvm_label.py" "$out/part.pv" vg0 root "$((size - 4))" "$root" "$@"
    # The volume's first half lies in the second half of the group, behind the rest.
    paste "$out/part" "$out/part.pv" $((1 + half)) 0 "$half"
    paste "$out/part" "$out/part.pv" 1 "$half" "$half"
    paste "$out/part.pv" "$disk" 129
}

disk_lvm_bios() {
    make_lvm "$out/lvm_bios.raw"
}

disk_lvm_missing() {
    make_lvm "$out/lvm_missing.raw" missing
}

# With what an image for others should not have on it, and files that look a little like it.
disk_sensitive() {
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    local tree=$out/tree file
    for file in etc/ssh/ssh_host_ed25519_key etc/ssh/ssh_host_ed25519_key.pub etc/ssh/ssh_config root/.ssh/id_rsa \
        root/.ssh/id_rsa.pub root/.ssh/known_hosts home/ann/.aws/credentials home/ann/.aws/config home/ann/notes.txt \
        home/ann/.netrc etc/ssl/private/web.key etc/ssl/certs/ca.pem var/lib/cloud/instances/i-17/user-data.txt \
        var/lib/cloud/instances/i-17/datasource; do
        mkdir -p -- "$tree/${file%/*}"
        echo content >"$tree/$file"
    done
    : >"$tree/home/ann/.pgpass"
    printf '0123456789abcdef0123456789abcdef\n' >"$tree/etc/machine-id"
    make_ext4 "$out/part" 64 "$tree"
    mbr_bios "$out/sensitive.raw" "$out/part" 64
}

# Links that lead to each other.
disk_links() {
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    rm -rf -- "$out/tree/etc/fstab" "$out/tree/boot" "$out/tree/etc/network"
    ln -s fstab "$out/tree/etc/fstab"
    ln -s boot2 "$out/tree/boot"
    ln -s boot "$out/tree/boot2"
    ln -s . "$out/tree/etc/network"
    make_ext4 "$out/part" 64 "$out/tree"
    mbr_bios "$out/links.raw" "$out/part" 64
}

# An initial file system of a few kilobytes that unpacks to 16 GiB.
disk_bomb() {
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    head -c 16G /dev/zero | zstd -q -c >"$out/tree/boot/initrd.img-$kernel"
    make_ext4 "$out/part" 64 "$out/tree"
    mbr_bios "$out/bomb.raw" "$out/part" 64
}

disk_luks() {
    rm -f -- "$out/part"
    truncate -s "$(mib 40)M" -- "$out/part"
    printf password | cryptsetup luksFormat -q --type luks2 --pbkdf pbkdf2 --pbkdf-force-iterations 1000 \
        --key-file - -- "$out/part"
    mbr_bios "$out/luks.raw" "$out/part" "$(mib 40)"
}

# make_windows FILE MIB [DRIVER...]: a system volume with what Windows has there; wimapply fills it without mounting it.
make_windows() {
    local file=$1 size=$2 driver
    shift 2
    rm -rf -- "$out/tree" "$file" "$out/windows.wim"
    mkdir -p -- "$out/tree/Windows/System32/drivers" "$out/tree/Users"
    python3 "$here/windows_dll.py" "$out/tree/Windows/System32/ntdll.dll"
    for driver; do
        echo driver >"$out/tree/Windows/System32/drivers/$driver"
    done
    truncate -s "${size}M" -- "$file"
    mkntfs -q -F -Q -L System "$file" >/dev/null 2>&1
    wimcapture "$out/tree" "$out/windows.wim" --compress=none >/dev/null
    wimapply "$out/windows.wim" 1 "$file" >/dev/null
}

# Hibernated.
disk_windows() {
    local disk=$out/windows.raw
    make_windows "$out/part" "$(mib 96)" viostor.sys
    # Which wimcapture leaves out.
    printf 'HIBR' >"$out/hiberfil.sys"
    truncate -s 64K -- "$out/hiberfil.sys"
    ntfscp -q "$out/part" "$out/hiberfil.sys" /hiberfil.sys
    mbr_bios "$disk" "$out/part" "$(mib 96)" 7
    # Windows' own boot code instead of GRUB's.
    dd if=/dev/zero of="$disk" bs=440 count=1 conv=notrunc status=none
    printf 'Invalid partition table' | dd of="$disk" bs=1 seek=300 conv=notrunc status=none
}

disk_empty() {
    truncate -s 64M -- "$out/empty.raw"
}

disk_whole() {
    truncate -s 64M -- "$out/whole.raw"
    mke2fs -q -F -t ext4 -L data -- "$out/whole.raw"
}

# A FAT boot sector ends in the same two bytes as an MBR.
disk_fat() {
    truncate -s 64M -- "$out/fat.raw"
    mkfs.vfat -n STICK -- "$out/fat.raw" >/dev/null
}

disk_iso_hybrid() {
    rm -rf -- "$out/iso"
    mkdir -p -- "$out/iso/isolinux"
    echo hello >"$out/iso/readme.txt"
    truncate -s 32K -- "$out/system_area"
    printf 'isolinux.bin missing or corrupt.' | dd of="$out/system_area" bs=1 seek=300 conv=notrunc status=none
    xorriso -as mkisofs -quiet -V INSTALL -G "$out/system_area" -partition_offset 16 -o "$out/iso_hybrid.raw" \
        "$out/iso" 2>/dev/null
}

# A GPT that counts in sectors of 4096 bytes, which sfdisk makes on a device only.
disk_large_sectors() {
    make_linux "$out/tree" "UUID=$root_uuid / ext4 defaults 0 1"
    make_ext4 "$out/part" 64 "$out/tree" -b 4096
    truncate -s 68M -- "$out/large_sectors.raw"
    python3 "$here/large_sectors.py" "$out/large_sectors.raw" 1 64
    paste "$out/part" "$out/large_sectors.raw" 1
}

disk_ufs() {
    rm -rf -- "$out/tree"
    mkdir -p -- "$out/tree"/{etc,bin}
    printf '#!/bin/sh\nUSERLAND_VERSION="14.0-RELEASE"\n' >"$out/tree/bin/freebsd-version"
    makefs -s 32m -o version=2 "$out/part" "$out/tree" >/dev/null
    truncate -s 36M -- "$out/ufs.raw"
    sgdisk -Z -- "$out/ufs.raw" >/dev/null 2>&1 || true
    sgdisk -a 1 -n 1:2048:+32M -t 1:a503 -- "$out/ufs.raw" >/dev/null
    paste "$out/part" "$out/ufs.raw" 1
}

# shellcheck source=tests/core/image/inspect/disk-variants.sh
source "$here/disk-variants.sh"

if [ $# -eq 0 ]; then
    set -- ext4_bios ext4_uefi xfs_uefi btrfs_bios btrfs_subvolume lvm_bios lvm_missing luks empty whole fat iso_hybrid large_sectors ufs windows links bomb sensitive
fi
for name; do
    rm -f -- "$out/$name.raw"
    "disk_$name"
done
