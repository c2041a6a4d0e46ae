# shellcheck shell=bash
# Configures and builds one CMake preset. Sourced after common.sh, never run.

# Prints how many compilers may run at once: one a processor, but no more than memory allows for.
build_jobs() {
    local available jobs
    available=$(awk '/^MemAvailable:/ { print int($2 / 1024 / 1024) }' /proc/meminfo)
    jobs=$(nproc)
    if ((available < jobs)); then
        jobs=$((available > 0 ? available : 1))
    fi
    printf '%s\n' "$jobs"
}

# Prints the CMAKE_PREFIX_PATH a build folder was configured with.
configured_prefix() {
    sed -n 's/^CMAKE_PREFIX_PATH:[A-Z]*=//p' "$1/CMakeCache.txt"
}

# build_preset ROOT PRESET PREFIX [TARGET]: builds the target, or everything, of the preset in ROOT/build/PRESET, looking
# first in PREFIX (may be empty) for libraries. Quiet unless it fails; the compiler's output is in ROOT/build/logs.
build_preset() {
    local root=$1 preset=$2 prefix=$3 target=${4:-all}
    local build=$root/build/$preset log=$root/build/logs/$preset.log
    local -a options=(-S "$root" --preset "$preset")
    rm -f "$log"
    if [[ -n $prefix ]]; then
        options+=("-DCMAKE_PREFIX_PATH=$prefix")
    fi
    if [[ ! -f $build/CMakeCache.txt || ! -f $build/build.ninja ]]; then
        step "$log" "Configuring the $preset build" cmake "${options[@]}" || return 1
    elif [[ -n $prefix && $(configured_prefix "$build") != "$prefix" ]]; then
        # CMake remembers where it found each library; a new prefix counts only when it forgets that.
        step "$log" "Configuring the $preset build anew" cmake --fresh "${options[@]}" || return 1
    fi
    # What one clone has compiled another one finds in ccache, wherever either lies.
    export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
    # CMAKE_BUILD_PARALLEL_LEVEL is CMake's own variable for the number of jobs.
    local what=Sealift
    [[ $target == all ]] || what=$target
    step "$log" "Building $what ($preset)" \
        cmake --build "$build" --target "$target" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(build_jobs)}"
}
