# shellcheck shell=bash
# A minimal Debian file tree out of .deb files, without chroot: packages are unpacked, and what their installation
# scripts would have made for a bare login is written here. Sourced under fakeroot; needs cache.sh.

# The latest time stamp in an image (2025-01-01 UTC), so that a second build is the same as the first.
readonly epoch=1735689600

# unpack_packages PACKAGES TREE: unpacks every .deb of the folder PACKAGES, and records them in dpkg's database as
# what they are: unpacked, not configured.
unpack_packages() {
    local packages=$1 tree=$2 deb name multiarch list folder
    mkdir -p -- "$tree/usr" "$tree/var/lib/dpkg/info" "$tree/var/lib/dpkg/updates"
    # Debian's tree is /usr-merged; older packages still name /bin and /lib, and tar must follow the links.
    for folder in bin sbin lib lib64; do
        mkdir -p -- "$tree/usr/$folder"
        ln -s -- "usr/$folder" "$tree/$folder"
    done
    for deb in "$packages"/*.deb; do
        name=$(dpkg-deb -f "$deb" Package)
        multiarch=$(dpkg-deb -f "$deb" Multi-Arch)
        list=$tree/var/lib/dpkg/info/$name.list
        if [ "$multiarch" = same ]; then
            list=$tree/var/lib/dpkg/info/$name:amd64.list
        fi
        dpkg-deb --fsys-tarfile "$deb" |
            tar -x -v -p --keep-directory-symlink --warning=no-timestamp -C "$tree" -f - |
            sed -e 's|^\.||' -e 's|\(.\)/$|\1|' -e 's|^/$|/.|' >"$list"
        dpkg-deb -f "$deb" | sed -e '/^Package:/a Status: install ok unpacked' >>"$tree/var/lib/dpkg/status"
        printf '\n' >>"$tree/var/lib/dpkg/status"
    done
    : >"$tree/var/lib/dpkg/available"
}

# configure_tree TREE: users, name services, PAM and the alternatives that the packages' scripts would have made.
configure_tree() {
    local tree=$1 file days=$((epoch / 86400))
    sed -e 's/^\([^:]*\):[^:]*:/\1:x:/' "$tree/usr/share/base-passwd/passwd.master" >"$tree/etc/passwd"
    sed -e 's/^\([^:]*\):[^:]*:/\1:x:/' "$tree/usr/share/base-passwd/group.master" >"$tree/etc/group"
    # root logs in without a password: the machine has no network and nothing to protect.
    awk -F: -v days="$days" '{ print $1 ":" ($1 == "root" ? "" : "*") ":" days ":0:99999:7:::" }' \
        "$tree/etc/passwd" >"$tree/etc/shadow"
    chmod 0640 -- "$tree/etc/shadow"
    chown 0:42 -- "$tree/etc/shadow"
    for file in nsswitch.conf profile motd; do
        [ ! -e "$tree/usr/share/base-files/$file" ] || cp -- "$tree/usr/share/base-files/$file" "$tree/etc/$file"
    done
    for file in auth account session password; do
        [ -e "$tree/etc/pam.d/common-$file" ] ||
            printf '%s required pam_unix.so %s\n' "$file" "$([ "$file" != auth ] || echo nullok)" >"$tree/etc/pam.d/common-$file"
    done
    [ -e "$tree/usr/bin/sh" ] || ln -s dash "$tree/usr/bin/sh"
    [ -e "$tree/usr/bin/awk" ] || ln -s mawk "$tree/usr/bin/awk"
    [ -e "$tree/usr/bin/which" ] || ln -s which.debianutils "$tree/usr/bin/which"
    [ -e "$tree/var/run" ] || ln -s /run "$tree/var/run"
    [ -e "$tree/var/lock" ] || ln -s /run/lock "$tree/var/lock"
    mkdir -p -- "$tree"/{dev,proc,sys,run,tmp,root,mnt,etc/default,usr/local/sbin}
    chmod 1777 -- "$tree/tmp"
    chmod 0700 -- "$tree/root"
}

# guest_tool BINARY NAME ARGUMENT...: runs the tree's own program under the name NAME, with the tree's own libraries.
# The packages are of the release this machine runs, so they work here, and the host need not install them. They run
# outside fakeroot, whose library their loader does not find.
guest_tool() {
    local binary name=$2 candidate
    for candidate in "$tree/usr/bin/$1" "$tree/usr/sbin/$1"; do
        [ ! -x "$candidate" ] || binary=$candidate
    done
    shift 2
    env -u LD_PRELOAD "$tree/usr/lib64/ld-linux-x86-64.so.2" --argv0 "$name" \
        --library-path "$tree/usr/lib/x86_64-linux-gnu" "${binary:?}" "$@"
}
