# shellcheck shell=bash
# What the scripts of this repository share: messages, logged steps, the cache folder. Sourced, never run.

# Prints a line for the reader. Standard output is kept for results that other programs read.
say() {
    printf '%s\n' "$*" >&2
}

# Prints an error and ends the script: die EXIT_CODE LINE...
die() {
    local code=$1
    shift
    printf 'error: %s\n' "$1" >&2
    shift
    if (($# > 0)); then
        printf '       %s\n' "$@" >&2
    fi
    exit "$code"
}

# Prints the folder for what is expensive to make and safe to delete: SEALIFT_CACHE, else the user's cache folder.
cache_dir() {
    local base=${SEALIFT_CACHE:-}
    if [[ -z $base ]]; then
        base=${XDG_CACHE_HOME:-}
        if [[ -z $base ]]; then
            [[ -n ${HOME:-} ]] || die 1 "no cache folder: set SEALIFT_CACHE, XDG_CACHE_HOME or HOME."
            base=$HOME/.cache
        fi
        base=$base/sealift
    fi
    # Absolute and without "..": programs change their directory while they build, and CMake writes paths its own way.
    realpath -m -- "$base"
}

# Shows the last line of a log on the terminal, over and over, until it is killed or the script is gone.
show_progress() {
    local log=$1 started=$SECONDS line columns
    while sleep 1 && kill -0 $$ 2>/dev/null; do
        columns=$(tput cols 2>/dev/null || echo 80)
        line=$(tail -c 400 "$log" 2>/dev/null | tail -n 1 | tr -cd '[:print:]' || true)
        line="    $((SECONDS - started)) s  $line"
        printf '\r\033[K%s' "${line:0:columns-1}" >&2
    done
}

# Runs one command quietly: step LOG TEXT COMMAND... Its output is appended to LOG; when it fails, the last lines of the log
# are shown and its status is returned. The command must report failure by its status: within a function that is run
# this way `set -e` has no effect.
step() {
    local log=$1 text=$2 started=$SECONDS status=0 progress=
    shift 2
    mkdir -p "$(dirname "$log")"
    say "==> $text"
    printf '==> %s\n' "$text" >>"$log"
    if [[ -t 2 ]]; then
        show_progress "$log" &
        progress=$!
    fi
    "$@" >>"$log" 2>&1 </dev/null || status=$?
    if [[ -n $progress ]]; then
        kill "$progress" 2>/dev/null || true
        wait "$progress" 2>/dev/null || true
        printf '\r\033[K' >&2
    fi
    if ((status != 0)); then
        say "    failed after $((SECONDS - started)) s. The last lines of its output:"
        tail -n 30 "$log" | sed 's/^/    | /' >&2
        say "    The whole output: $log"
        return "$status"
    fi
    if ((SECONDS - started >= 3)); then
        say "    done in $((SECONDS - started)) s"
    fi
}
