#!/usr/bin/env bash
# Runs a program in a D-Bus session of its own with an unlocked gnome-keyring, whose files vanish afterwards.
set -euo pipefail

if [[ ${1:-} != --inside ]]; then
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    export HOME=$home XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home/run XDG_CURRENT_DESKTOP=GNOME
    mkdir -m 0700 "$home/data" "$home/run"
    if ! command -v gnome-keyring-daemon >/dev/null || ! command -v dbus-run-session >/dev/null; then
        "$@"
        exit
    fi
    dbus-run-session -- "${BASH_SOURCE[0]}" --inside "$@"
    exit
fi

shift
# The daemon goes into the background by itself once it is unlocked; it ends with the session's bus.
printf 'test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
export SEALIFT_TEST_KEYRING=1
"$@"
