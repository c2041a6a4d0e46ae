#!/usr/bin/env bash
# Looks for inputs that crash Sealift's parsers, by clang's libFuzzer with AddressSanitizer and UBSan. See usage() below.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=app/setup/common.sh
source "$root/app/setup/common.sh"
# shellcheck source=app/setup/build.sh
source "$root/app/setup/build.sh"

usage() {
    cat <<'TEXT'
Usage: tests/fuzz/run.sh [SECONDS] [TARGET...]     for example: tests/fuzz/run.sh 300 probe ovf

Builds the preset `fuzz` with clang (installed where it is missing) and runs each target for so many seconds (default 60),
two at once. What is found is kept in build/fuzz/findings, and so is the corpus, in build/fuzz/corpus, for the next run.

Exit codes: 0 nothing found, 1 something found or a step failed.
TEXT
}

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
    usage
    exit 0
fi
seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] || die 2 "not a number of seconds: $seconds"
shift || true

"$root/app/setup.sh" build fuzz
prefix=$("$root/app/setup.sh" --prefix)
build=$root/build/fuzz
cmake -S "$root" --preset fuzz ${prefix:+"-DCMAKE_PREFIX_PATH=$prefix"} >/dev/null
cmake --build "$build" --parallel "$(build_jobs)" --target fuzz_targets

targets=("$@")
if ((${#targets[@]} == 0)); then
    mapfile -t targets < <(find "$build/tests/fuzz" -maxdepth 1 -name 'fuzz_*' -type f -executable -printf '%f\n' | sed 's/^fuzz_//' | sort)
fi
mkdir -p "$build/findings" "$build/corpus"
"$root/tests/fuzz/make-corpus.py" "$build/seeds"

run_target() {
    local target=$1 corpus=$build/corpus/$1 log=$build/findings/$1.log
    mkdir -p "$corpus"
    if "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=1100000 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$build/findings/$target-" "$corpus" "$build/seeds/$target" >"$log" 2>&1; then
        say "    $target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, no finding"
    else
        say "    $target: FOUND SOMETHING; see $log"
        return 1
    fi
}

status=0
running=0
for target in "${targets[@]}"; do
    if ((running == 2)); then
        wait -n || status=1
        running=1
    fi
    run_target "$target" &
    running=$((running + 1))
done
while ((running > 0)); do
    wait -n || status=1
    running=$((running - 1))
done
exit "$status"
