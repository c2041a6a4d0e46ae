# shellcheck shell=bash
# A raw disk with one ext4 partition filled from a folder: no mounts, no root. Sourced; needs tree.sh for the epoch.

# make_disk DISK MIB TREE UUID: DISK is MIB mebibytes, sparse, with an MBR and one bootable partition that begins at
# 1 MiB and fills the disk; its ext4 file system has the identifier UUID and holds TREE with TREE's owners and modes.
make_disk() {
    local disk=$1 mib=$2 tree=$3 uuid=$4
    : "${epoch:?}"
    rm -f -- "$disk"
    truncate -s "${mib}M" -- "$disk"
    printf 'label: dos\nlabel-id: 0x5ea11f70\nstart=2048, type=83, bootable\n' | sfdisk -q -- "$disk"
    # As with every reproducible build: no time is later than the epoch.
    find "$tree" -newermt "@$epoch" -exec touch -h -c -d "@$epoch" -- {} +
    # Newer default features are off: GRUB and other readers of the two releases must understand the file system.
    E2FSPROGS_FAKE_TIME=$epoch SOURCE_DATE_EPOCH=$epoch mke2fs -q -F -t ext4 -b 4096 -m 1 -L root -U "$uuid" \
        -O '^metadata_csum_seed,^orphan_file' -E "offset=$((1 << 20)),hash_seed=$uuid,root_owner=0:0" \
        -d "$tree" -- "$disk" "$(((mib - 1) * 1024))k"
    fix_inode_times "$disk"
}

# fix_inode_times DISK: mke2fs copies the times of access and of the last status change from the files it reads; those
# are the moments of unpacking. Inode 2 is the root folder, 11 the first that is not reserved; they are used in a row.
fix_inode_times() (
    disk=$1
    cd -- "$(dirname -- "$disk")" || exit
    disk="$(basename -- "$disk")?offset=$((1 << 20))"
    last=$(debugfs -R 'stats -h' "$disk" 2>/dev/null |
        awk -F: '/^Inode count/ { all = $2 } /^Free inodes/ { free = $2 } END { print all - free }')
    [ "$last" -gt 11 ] || die "debugfs cannot read the file system it shall adjust"
    for inode in 2 $(seq 11 "$last"); do
        printf 'sif <%d> atime @%d\nsif <%d> ctime @%d\n' "$inode" "$epoch" "$inode" "$epoch"
    done >inode-times
    E2FSPROGS_FAKE_TIME=$epoch SOURCE_DATE_EPOCH=$epoch debugfs -w -f inode-times "$disk" >debugfs.log 2>&1 ||
        die "debugfs failed: $(tail -n 3 debugfs.log)"
)

# write_boot_loader DISK BOOT CORE: GRUB for BIOS. BOOT's code goes in front of the partition table and loads CORE from
# sector 1, where grub-mkimage's image expects itself (GRUB manual, "BIOS installation").
write_boot_loader() {
    local disk=$1 boot=$2 core=$3
    [ "$(stat -c %s -- "$core")" -le $((2047 * 512)) ] || die "GRUB's core image does not fit before the first partition"
    dd if="$boot" of="$disk" bs=440 count=1 conv=notrunc status=none
    dd if="$core" of="$disk" bs=512 seek=1 conv=notrunc status=none
}
