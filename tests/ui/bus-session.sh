#!/usr/bin/env bash
# Runs a program with a D-Bus session of its own, so that it may play services on it that belong to the system.
set -euo pipefail

if ! command -v dbus-run-session >/dev/null; then
    "$@"
    exit
fi
export SEALIFT_TEST_BUS=1
dbus-run-session -- "$@"
