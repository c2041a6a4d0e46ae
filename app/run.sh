#!/usr/bin/env bash
# Builds Sealift and shows its main job on a virtual machine's disk image. See usage() below.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
# shellcheck source=app/setup/common.sh
source "$here/setup/common.sh"
# shellcheck source=app/setup/build.sh
source "$here/setup/build.sh"

usage() {
    cat <<'TEXT'
Usage: app/run.sh [--keep] [--no-setup] [--no-desktop] [IMAGE]

Sets this machine up (see app/setup.sh --help), builds Sealift and does its main job once: imports a disk image into a
fresh encrypted library, exports it again as a raw disk and compares the two with qemu-img. Without IMAGE it makes a small
Debian disk image to work on and keeps that for the next time. IMAGE is only read. Where there is a display, it then
builds and opens the desktop application, which goes on when this command has ended.

  --keep       keep the work folder with the library, its password and the exported disk, and say where it is
  --no-setup   do not look for missing packages; CMAKE_PREFIX_PATH in the environment is where CMake looks for libraries
  --no-desktop do not build and open the desktop application
  --help       print this text

The work folder is made in TMPDIR, by default /var/tmp, and needs room for the image's data twice.
Exit codes: 0 the disks are identical, 1 a step failed, 2 wrong use; 3 and 4 as app/setup.sh has them.
TEXT
}

# Milliseconds since some fixed moment.
now_ms() {
    local us=${EPOCHREALTIME/[.,]/}
    printf '%s\n' "$((us / 1000))"
}

seconds() {
    printf '%d.%02d s' "$(($1 / 1000))" "$(($1 % 1000 / 10))"
}

# Prints a number of bytes for people.
size() {
    numfmt --to=iec-i --suffix=B --format='%.1f' "$1" | sed -E 's/([0-9])([KMGTPE]?i?B)$/\1 \2/'
}

# Prints a rate for people: rate BYTES MILLISECONDS
rate() {
    printf '%s/s' "$(size "$(($1 * 1000 / ($2 > 0 ? $2 : 1)))")"
}

# Prints how many bytes of a file or folder take up room on the disk.
bytes_on_disk() {
    du -s --block-size=1 "$1" | cut -f 1
}

# Runs one part of the main job with its own messages visible and leaves its duration in `elapsed`: part TEXT COMMAND...
part() {
    local text=$1 start status=0
    shift
    say "==> $text"
    start=$(now_ms)
    "$@" || status=$?
    elapsed=$(($(now_ms) - start))
    if ((status != 0)); then
        die 1 "this step failed with exit code $status: $text" "The command was: $*"
    fi
}

# Prints the name qemu-img has for the format of a disk image. It is asked for by name, because QEMU's own guess can be
# steered by what a guest wrote to the start of a raw disk.
qemu_format() {
    local format
    format=$("$sealift" inspect --json "$1" | jq -er '.format') || return 1
    case $format in
    vhd) printf 'vpc\n' ;;
    vmdk) printf 'vmdk\n' ;;
    *) printf '%s\n' "$format" ;;
    esac
}

# Prints a name for the image in the library, from the file's name.
image_name() {
    local name
    name=$(basename "$1")
    name=${name%.*}
    name=$(tr -c 'A-Za-z0-9._\n-' '-' <<<"$name")
    name=${name##[.-]}
    printf '%s\n' "${name:-image}"
}

# Both tasks must have ended with a valid receipt that says that their scratch is gone.
verify_receipts() {
    local task count=0
    while read -r task; do
        "$sealift" receipt verify --json "$task" | jq -e '.valid and .confirmed' >/dev/null || return 1
        count=$((count + 1))
    done < <("$sealift" tasks --json | jq -r '.[].id')
    ((count == 2)) && "$sealift" audit verify
}

remove_work() {
    if [[ -n ${work:-} && $keep == no ]]; then
        rm -rf "$work"
    fi
}

main_job() {
    local image=$1 name=$2 format output library password compared
    work=$(mktemp -d "${TMPDIR:-/var/tmp}/sealift-run.XXXXXX")
    trap remove_work EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM

    library=$work/library
    password=$work/password
    output=$work/exported.raw
    (umask 077 && head -c 24 /dev/urandom | base64 >"$password")
    # Of its own, so that this leaves no trace among the user's tasks.
    export SEALIFT_STATE=$work/state SEALIFT_SCRATCH=$work/scratch

    part "Making an encrypted library" \
        "$sealift" library init "$library" --password-file "$password" --no-recovery-key >&2
    part "Importing $image" \
        "$sealift" import --library "$library" --password-file "$password" --name "$name" "$image" >&2
    local import_ms=$elapsed
    part "Exporting it as a raw disk" \
        "$sealift" export "$name" --library "$library" --password-file "$password" --format raw -o "$output" >&2
    local export_ms=$elapsed
    format=$(qemu_format "$image") || die 1 "sealift inspect does not tell the format of $image."
    part "Comparing the exported disk with the source" qemu-img compare -q -f "$format" -F raw "$image" "$output" >&2
    compared=$elapsed
    part "Verifying the receipts of both tasks" verify_receipts >&2

    local disk data stored
    disk=$(stat -c %s "$output")
    data=$(bytes_on_disk "$output")
    stored=$(bytes_on_disk "$library")
    cat <<TEXT

The exported disk is identical to the source.

  source    $image
            $format, $(size "$(stat -L -c %s "$image")") file, $(size "$disk") disk, $(size "$data") of it data
  library   $(size "$stored"), encrypted, a restic repository (format 2)
  import    $(seconds "$import_ms"), $(rate "$data" "$import_ms") of data
  export    $(seconds "$export_ms"), $(rate "$data" "$export_ms") of data, holes kept
  compare   $(seconds "$compared"), by qemu-img
  scratch   destroyed and confirmed for both tasks; their signed receipts are valid
  program   $sealift
TEXT
    if [[ $keep == yes ]]; then
        cat <<TEXT
  kept in   $work (library, password, exported.raw: not encrypted)

Next, for example:
  export SEALIFT_LIBRARY=$library SEALIFT_PASSWORD_FILE=$password
  $sealift images
  $sealift library check --read-data
  restic -r $library --password-file $password snapshots
TEXT
    else
        cat <<TEXT

The library, its password and the exported disk are removed again. Next, for example:
  app/run.sh --keep            keep them, to look at them
  app/run.sh IMAGE             the same with your own image (raw, qcow2, VMDK, VHD, VHDX, VDI)
  $sealift --help
TEXT
    fi
}

# Builds the desktop application and opens it where there is a display, else says how to.
open_desktop() {
    local desktop=$root/build/release/app/desktop/sealift-desktop
    if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
        printf '\nThe desktop application needs a display; there, this command builds and opens it. To build it now:\n'
        printf '  cmake --build %s --target sealift-desktop\nand to start it:\n  %s\n' "$root/build/release" "$desktop"
        return
    fi
    build_preset "$root" release "$prefix" sealift-desktop || exit 1
    printf '\nOpening the desktop application:\n  %s\n' "$desktop"
    setsid "$desktop" </dev/null >/dev/null 2>&1 &
}

keep=no
setup=yes
desktop=yes
image=
while (($# > 0)); do
    case $1 in
    --keep) keep=yes ;;
    --no-setup) setup=no ;;
    --no-desktop) desktop=no ;;
    -h | --help)
        usage
        exit 0
        ;;
    --)
        shift
        break
        ;;
    -*)
        usage >&2
        die 2 "unknown option: $1"
        ;;
    *) break ;;
    esac
    shift
done
if (($# > 1)); then
    die 2 "one image at a time: $*"
elif (($# == 1)); then
    [[ -f $1 && -r $1 ]] || die 2 "no such file, or it cannot be read: $1"
    image=$(realpath -- "$1")
fi

prefix=
if [[ $setup == yes ]]; then
    "$here/setup.sh" build run
    prefix=$("$here/setup.sh" --prefix)
fi
# The command first: it is all that the main job needs.
build_preset "$root" release "$prefix" sealift || exit 1
sealift=$root/build/release/app/cli/sealift
if [[ -n $image ]]; then
    main_job "$image" "$(image_name "$image")"
else
    say "==> Sample image"
    image=$("$here/sample-image.sh") || die 1 "the sample image could not be made."
    main_job "$image" sample
fi
if [[ $desktop == yes ]]; then
    open_desktop
fi
