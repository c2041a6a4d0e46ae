# shellcheck shell=bash
# Debian 12 only: builds QCA and KArchive for Qt 6 from pinned sources into a private prefix. Sourced, never run.
# This file is the recipe: its content is part of the prefix's name, so that every change of it leads to a new build.

deps_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
apt_helper=/usr/lib/apt/apt-helper

# Prints where the libraries are or will be. The name says what was built and how.
deps_prefix() {
    local key
    key=$(cat "$deps_dir/deps.sh" "$deps_dir/sources.txt" <(dpkg --print-architecture) | sha256sum)
    printf '%s/deps-%s\n' "$(cache_dir)" "${key:0:12}"
}

# Prints the archives the system's own apt configuration names, one a line, without repetition. apt itself reads that
# configuration, whatever its form; its lists need not have been fetched.
debian_mirrors() {
    local mirror
    apt-get update --print-uris | sed -n "s|^'\(.*\)/dists/[^/]*/InRelease' .*|\1|p" | while read -r mirror; do
        if [[ $mirror == mirror+file:* ]]; then
            # A file that lists mirrors, one a line. apt follows it only for files of a repository's index.
            sed -n 's/^[[:space:]]*\([^#[:space:]][^[:space:]]*\).*/\1/p' "/${mirror#mirror+file:}"
        else
            printf '%s\n' "$mirror"
        fi
    done | sed 's|/*$||' | awk '!seen[$0]++'
}

# Has FILE the checksum SHA256? has_sha256 FILE SHA256
has_sha256() {
    [[ -f $1 && $(sha256sum <"$1") == "$2 "* ]]
}

# Downloads one pinned file through apt's own transports, hence with the system's proxy, credentials and mirror:
# fetch_source SHA256 PATH FOLDER
fetch_source() {
    local sha256=$1 path=$2 folder=$3 target mirror part
    target=$folder/${path##*/}
    if has_sha256 "$target" "$sha256"; then
        return 0
    fi
    part=$(mktemp -d "$folder/part.XXXXXX") || return 1
    # apt drops its privileges to download; it warns when its user cannot write here.
    local -a options=()
    if ((EUID == 0)); then
        options=(-o APT::Sandbox::User=root)
    fi
    while read -r mirror; do
        if "$apt_helper" "${options[@]}" download-file "$mirror/$path" "$part/file" "SHA256:$sha256" </dev/null &&
            has_sha256 "$part/file" "$sha256"; then
            mv "$part/file" "$target"
            rm -rf "$part"
            return 0
        fi
        rm -f "$part"/*
    done < <(debian_mirrors)
    rm -rf "$part"
    echo "None of the archives in the system's apt configuration serves $path with the pinned checksum."
    echo "Put the file into $folder by hand and run this again, or check the network, proxy and apt configuration."
    return 1
}

# Downloads and unpacks all sources: fetch_sources WORK
fetch_sources() {
    local work=$1 downloads sha256 path
    downloads=$(cache_dir)/sources
    mkdir -p "$downloads" || return 1
    while read -r sha256 path _; do
        if [[ $sha256 == '#'* ]]; then
            continue
        fi
        fetch_source "$sha256" "$path" "$downloads" && tar -C "$work" -xf "$downloads/${path##*/}" || return 1
    done <"$deps_dir/sources.txt"
}

# Prints the folder a source was unpacked to: source_folder NAME
source_folder() {
    awk -v name="$1" '$3 ~ "^" name "-[0-9.]+$" { print $3 }' "$deps_dir/sources.txt"
}

# Configures, builds and installs one of them: build_source WORK NAME PREFIX OPTION...
# PREFIX is where it will be in the end; the files go below WORK/root.
build_source() {
    local work=$1 name=$2 prefix=$3
    shift 3
    cmake -S "$work/$(source_folder "$name")" -B "$work/$name" -G Ninja -Wno-dev -DCMAKE_BUILD_TYPE=Release \
        "-DCMAKE_INSTALL_PREFIX=$prefix" -DBUILD_TESTING=OFF "$@" &&
        cmake --build "$work/$name" --parallel "$(nproc)" &&
        DESTDIR=$work/root cmake --install "$work/$name"
}

# Builds everything into a temporary folder beside the prefix and renames it: the prefix exists only when it is complete.
build_deps() {
    local prefix=$1 log=$2 work=$3
    step "$log" "Fetching the sources of QCA and KArchive from the system's Debian mirror" fetch_sources "$work" || return 1
    # Helper modules for CMake; they serve the build of KArchive and are not kept.
    step "$log" "Preparing extra-cmake-modules" build_source "$work" extra-cmake-modules "$prefix/ecm" \
        -DBUILD_HTML_DOCS=OFF -DBUILD_MAN_DOCS=OFF -DBUILD_QTHELP_DOCS=OFF || return 1
    # Plug-ins are looked for in the folder that is compiled in here.
    step "$log" "Building QCA" build_source "$work" qca "$prefix" -DBUILD_WITH_QT6=ON -DBUILD_TESTS=OFF \
        -DBUILD_TOOLS=OFF -DBUILD_PLUGINS=ossl "-DQCA_PLUGINS_INSTALL_DIR=$prefix/lib/qca-qt6" \
        -DCMAKE_DISABLE_FIND_PACKAGE_Doxygen=ON || return 1
    step "$log" "Building KArchive" build_source "$work" karchive "$prefix" -DQT_MAJOR_VERSION=6 \
        -DBUILD_SHARED_LIBS=ON "-DECM_DIR=$work/root$prefix/ecm/share/ECM/cmake" || return 1
    rm -rf "$work/root$prefix/ecm"
    mv -T "$work/root$prefix" "$prefix"
}

# Makes sure the prefix is there. Two set-ups at once: the second waits and finds it built.
ensure_deps() {
    local prefix cache work log
    prefix=$(deps_prefix)
    if [[ -d $prefix ]]; then
        return 0
    fi
    cache=$(cache_dir)
    mkdir -p "$cache"
    exec 9>"$cache/deps.lock"
    if ! flock -n 9; then
        say "Waiting for another set-up that builds the same libraries."
        flock 9
    fi
    if [[ ! -d $prefix ]]; then
        # Left by a build that was killed; whoever holds the lock is the only one that builds.
        rm -rf "$cache"/build.??????
        log=$cache/logs/deps.log
        rm -f "$log"
        work=$(mktemp -d "$cache/build.XXXXXX")
        # shellcheck disable=SC2064 # the folder of now
        trap "rm -rf '$work'" EXIT
        trap 'exit 130' INT
        trap 'exit 143' TERM
        build_deps "$prefix" "$log" "$work" || exit 1
        rm -rf "$work"
        trap - EXIT INT TERM
        say "    QCA and KArchive are in $prefix"
    fi
    exec 9>&-
}
