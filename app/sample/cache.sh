# shellcheck shell=bash
# The cache of generated disk images. Sourced; the caller has `set -euo pipefail` and
# `shopt -s inherit_errexit`, so that a failure inside a command substitution ends it too.
#
# An image appears under its final name only when it is complete, and a lock keeps two builds apart. A name holds the
# Debian release and a hash of the recipe, so a changed recipe never meets an old image.

say() { printf '[image] %s\n' "$*" >&2; }

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# sfdisk and mke2fs live where an unprivileged user's PATH does not look.
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL=C

# need_tools COMMAND:PACKAGE...: ends with the list of Debian packages to install when a command is missing.
need_tools() {
    local pair missing=()
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
    done
    [ ${#missing[@]} -eq 0 ] || die "missing tools; install the Debian packages: ${missing[*]}"
}

# release: prints the Debian release this machine runs ("12", "13", or the code name where there is no number yet).
release() {
    # shellcheck source=/dev/null
    (. /etc/os-release && printf '%s\n' "${VERSION_ID:-${VERSION_CODENAME:-unknown}}")
}

# need_debian_amd64: the packages of the machine's own apt go into the image, so other systems cannot make it.
need_debian_amd64() {
    local id
    # shellcheck source=/dev/null
    id=$(. /etc/os-release 2>/dev/null && printf '%s' "${ID-}") || id=unknown
    [ "$id" = debian ] || die "the image is made from Debian's packages by apt; this system is '$id', not Debian 12 or 13"
    [ "$(uname -m)" = x86_64 ] || die "the image is made for x86_64 machines; this one is $(uname -m)"
}

# cache_folder: prints the folder the images are kept in and makes sure that it exists.
cache_folder() {
    local base
    if [ -n "${SEALIFT_CACHE-}" ]; then
        base=$SEALIFT_CACHE
    elif [ -n "${XDG_CACHE_HOME-}" ]; then
        base=$XDG_CACHE_HOME/sealift
    elif [ -n "${HOME-}" ]; then
        base=$HOME/.cache/sealift
    else
        die "no place for the cache: set HOME or SEALIFT_CACHE"
    fi
    mkdir -p -- "$base/sample" || die "cannot make the cache folder $base/sample; set SEALIFT_CACHE to another one"
    (cd -- "$base/sample" && pwd)
}

# cached_path KIND FILE...: prints where the image of this kind is kept; the FILEs are the recipe it depends on.
cached_path() {
    local kind=$1 folder hash
    shift
    folder=$(cache_folder)
    hash=$(cat -- "$@" | sha256sum)
    printf '%s/%s-debian%s-%s.qcow2\n' "$folder" "$kind" "$(release)" "${hash:0:16}"
}

# build_cached IMAGE FUNCTION: builds IMAGE by `FUNCTION WORK RESULT` unless another process has just done so.
# WORK is a fresh folder beside IMAGE, so that the final rename is atomic; it is gone afterwards, whatever happens.
build_cached() {
    local image=$1 function=$2 folder kind
    folder=$(dirname -- "$image")
    kind=$(basename -- "$image")
    kind=${kind%-*}
    exec 9>>"$folder/.lock"
    if ! flock -n 9; then
        say "waiting for another build to end"
        flock 9
    fi
    if [ ! -e "$image" ]; then
        # Whoever holds the lock is the only builder: other work folders are left from one that was killed. A process
        # it left behind may still write there; that one fails soon, and the rest goes with the next build.
        rm -rf -- "$folder"/build.* 2>/dev/null || true
        build_folder=$(mktemp -d -- "$folder/build.XXXXXX")
        trap 'rm -rf -- "$build_folder"' EXIT
        trap 'exit 130' INT
        trap 'exit 143' TERM HUP
        "$function" "$build_folder" "$build_folder/result.qcow2"
        sync -- "$build_folder/result.qcow2"
        mv -- "$build_folder/result.qcow2" "$image"
        rm -rf -- "$build_folder"
        trap - EXIT INT TERM HUP
        # Images of older recipes; recent ones stay, another checkout may be using them.
        find "$folder" -maxdepth 1 -name "$kind-*.qcow2" ! -path "$image" -mtime +7 -delete
        say "made $image"
    fi
    exec 9>&-
}

# copy_out IMAGE OUT: copies with holes, shares blocks where the file system can; OUT is never seen half-written.
copy_out() {
    local image=$1 out=$2 temporary
    [ ! -d "$out" ] || die "$out is a folder; name a file"
    temporary=$(mktemp -- "$out.XXXXXX") || die "cannot write to the folder of $out"
    if ! cp --reflink=auto --sparse=always -- "$image" "$temporary"; then
        rm -f -- "$temporary"
        die "cannot copy the image to $out"
    fi
    chmod "$(printf '%o' $((0666 & ~$(umask))))" -- "$temporary"
    mv -f -- "$temporary" "$out"
}
