#!/usr/bin/env bash
# Makes this machine ready to build, run and test Sealift. See usage() below.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=app/setup/common.sh
source "$here/setup/common.sh"
# shellcheck source=app/setup/packages.sh
source "$here/setup/packages.sh"
# shellcheck source=app/setup/deps.sh
source "$here/setup/deps.sh"

usage() {
    cat <<'TEXT'
Usage: app/setup.sh [build|run|test|fuzz|all]...
       app/setup.sh --prefix

Installs what is missing to build, run, test or fuzz Sealift (default: build run; all is without fuzz) on Debian 12 or Debian 13.
Packages come from the system's own apt configuration; only that step needs root (sudo is used where it is installed).
On Debian 12 two libraries are then built as the calling user into a cache folder: SEALIFT_CACHE, by default
${XDG_CACHE_HOME:-~/.cache}/sealift. Nothing else on the system is changed. Run again, it only looks, in under a second.

  --prefix   print the CMAKE_PREFIX_PATH to build with (empty where the system's packages are enough) and do nothing else
  --help     print this text

Exit codes: 0 ready, 1 a step failed, 2 wrong use, 3 root is needed for a step, 4 this system is not supported.
TEXT
}

# Prints the major release of the Debian system this runs on; ends the script on any other system.
debian_release() {
    local id=unknown version='' name=''
    if [[ -r /etc/os-release ]]; then
        id=$(. /etc/os-release && printf '%s' "${ID:-unknown}")
        version=$(. /etc/os-release && printf '%s' "${VERSION_ID:-}")
        name=$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-}")
    fi
    if [[ $id == debian && ($version == 12 || $version == 13) ]]; then
        printf '%s\n' "$version"
        return
    fi
    die 4 "this script sets up Debian 12 and Debian 13; this system is ${name:-$id}." \
        "To build here, install the equivalents of these Debian 13 packages, then use app/run.sh --no-setup:" \
        "  to build: $(packages_of build 13 | tr '\n' ' ')" \
        "  to run:   $(packages_of run 13 | tr '\n' ' ')" \
        "  to test:  $(packages_of test 13 | tr '\n' ' ')"
}

# Prints those of the named packages that are not installed.
missing_packages() {
    local installed
    # dpkg-query fails when one of them is unknown to it; what it prints is right all the same.
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p' || true)
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

# Runs a command as root: directly, or by sudo with the proxy settings sudo would drop.
as_root() {
    if ((EUID == 0)); then
        "$@"
        return
    fi
    local keep='' name
    for name in http_proxy https_proxy ftp_proxy no_proxy; do
        if [[ -n ${!name:-} ]]; then
            keep+=,$name
        fi
    done
    sudo ${keep:+"--preserve-env=${keep#,}"} "$@"
}

# Can this script become root? Asks for sudo's password where there is a terminal to ask on.
can_become_root() {
    if ((EUID == 0)); then
        return 0
    fi
    command -v sudo >/dev/null || return 1
    if [[ -t 0 && -t 2 ]]; then
        sudo -v
    else
        sudo -n true 2>/dev/null
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@"
}

# Package lists are fetched only where installing fails: a fresh machine has none, an old list names files that are gone.
update_and_install() {
    if apt_install "$@"; then
        return 0
    fi
    echo "Trying again with fresh package lists."
    as_root apt-get update -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 && apt_install "$@"
}

install_packages() {
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} == 0)); then
        return
    fi
    say "Missing Debian packages (${#missing[@]}):"
    fold -s -w 100 <<<"${missing[*]}" | sed 's/^/    /' >&2
    if ! can_become_root; then
        die 3 "installing packages needs root. Run this as root, then start again:" \
            "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    fi
    local log
    log=$(cache_dir)/logs/packages.log
    rm -f "$log"
    step "$log" "Installing them and what they depend on by apt-get, as root" update_and_install "${missing[@]}" || exit 1
    mapfile -t missing < <(missing_packages "${missing[@]}")
    if ((${#missing[@]} > 0)); then
        die 1 "apt-get reported success, yet these are not installed: ${missing[*]}" "Its output: $log"
    fi
}

main() {
    local -a groups=() packages=()
    local argument group release
    for argument in "$@"; do
        case $argument in
        build | run | test | fuzz) groups+=("$argument") ;;
        all) groups+=(build run test) ;;
        --prefix)
            release=$(debian_release)
            if [[ $release == 12 ]]; then
                deps_prefix
            fi
            return
            ;;
        -h | --help)
            usage
            return
            ;;
        *)
            usage >&2
            die 2 "unknown argument: $argument"
            ;;
        esac
    done
    if ((${#groups[@]} == 0)); then
        groups=(build run)
    fi
    release=$(debian_release)
    for group in "${groups[@]}"; do
        mapfile -t -O "${#packages[@]}" packages < <(packages_of "$group" "$release")
    done
    install_packages "${packages[@]}"
    if [[ $release == 12 && " ${groups[*]} " == *" build "* ]]; then
        ensure_deps
    fi
}

main "$@"
