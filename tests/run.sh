#!/usr/bin/env bash
# Runs Sealift's whole test suite: sets the machine up, builds the `dev` preset, hands the rest to ctest.
# Usage: tests/run.sh [CTEST ARGUMENT...]     for example: tests/run.sh -R tst_qcow2
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=app/setup/common.sh
source "$root/app/setup/common.sh"
# shellcheck source=app/setup/build.sh
source "$root/app/setup/build.sh"

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
    sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}"
    exit 0
fi

"$root/app/setup.sh" build run test
build_preset "$root" dev "$("$root/app/setup.sh" --prefix)" || exit 1

# Two at once: most tests wait for disks and child processes. Those that must run alone say so to ctest (RUN_SERIAL).
cd "$root"
exec ctest --preset dev --output-on-failure --parallel 2 --no-tests=error "$@" </dev/null
