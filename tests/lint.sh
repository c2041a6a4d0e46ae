#!/usr/bin/env bash
# Checks Sealift's own sources without building them. See usage() below.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=app/setup/common.sh
source app/setup/common.sh
# shellcheck source=app/setup/build.sh
source app/setup/build.sh

# Major version of clang-format that .clang-format is meant for (Debian 12's). Others lay some lines out otherwise.
format_version=14

usage() {
    cat <<'TEXT'
Usage: tests/lint.sh              format, layers, tests, shell scripts; takes seconds
       tests/lint.sh --tidy       clang-tidy over all sources; takes minutes, needs the dev build (tests/run.sh makes it)
       tests/lint.sh --tidy REF   clang-tidy over the sources that differ from the Git revision REF

Exit codes: 0 nothing found, 1 something found or a tool is missing, 2 wrong use.
TEXT
}

# The modules of core each module may include from, besides itself. Arrows point down only: a module stands below
# everything that may use it.
allowed_modules() {
    case $1 in
    base) ;;
    crypto | http | image) echo base ;;
    policy) echo base image storage ;;
    aws) echo base crypto http ;;
    storage) echo base http aws ;;
    library) echo base crypto storage ;;
    scratch) echo base crypto ;;
    ec2) echo base crypto http aws ;;
    task) echo base crypto http aws storage image policy library scratch ec2 ;;
    *) return 1 ;;
    esac
}

own_sources() {
    local -a folders=()
    local folder
    for folder in core ui app tests; do
        if [[ -d $folder ]]; then
            folders+=("$folder")
        fi
    done
    find "${folders[@]}" -name '*.h' -o -name '*.cpp' | sort
}

own_scripts() {
    {
        grep -rlE '^(#!.*\b(ba)?sh\b|# shellcheck shell=)' app tests resources
        echo .ci/run
    } | sort -u
}

check_format() {
    local version
    version=$(clang-format --version | sed -E 's/.* version ([0-9]+).*/\1/')
    if [[ $version != "$format_version" ]]; then
        say "    skipped: clang-format is version $version here, the style is that of version $format_version"
        return 0
    fi
    own_sources | xargs -r -d '\n' clang-format --dry-run -Werror
}

# Prints the includes of one module that its place in the design forbids.
check_module() {
    local module=$1 folder=core/$1 allowed pattern
    if ! allowed=$(allowed_modules "$module"); then
        echo "$folder: unknown module; give it a place in allowed_modules() of tests/lint.sh"
        return
    fi
    pattern=$(tr ' ' '|' <<<"$module $allowed" | sed 's/|$//')
    # Project headers are included as "module/file.h"; a bare name could only be a neighbour.
    grep -rnE --include='*.h' --include='*.cpp' '^\s*#\s*include\s*"' "$folder" |
        grep -vE "\"($pattern)/[^\"]+\"|\"[^\"/]+\.moc\"" |
        sed "s|\$|   <- core/$module may include from: ${pattern//|/, }|" || true
    # The same for what CMake is told the module depends on.
    local declared
    declared=$(tr '\n' ' ' <"$folder/CMakeLists.txt" |
        sed -nE 's/.*sealift_add_module\([^)]*\bDEPENDS ([^)]*)\).*/\1/p' | sed -E 's/\b[A-Z_]+\b.*//')
    for name in $declared; do
        if [[ ! $name =~ ^($pattern)$ ]]; then
            echo "$folder/CMakeLists.txt: $module must not depend on $name"
        fi
    done
}

# Prints the Qt headers in core that belong to a user interface.
check_gui_headers() {
    local qt names=
    qt=$(find /usr/include -maxdepth 3 -type d -name QtWidgets -path '*qt6*' 2>/dev/null | head -n 1)
    if [[ -n $qt ]]; then
        names=$(find "$qt" "${qt%/*}/QtGui" -maxdepth 1 -name 'Q[A-Z]*' -printf '%f\n' | sort -u | paste -s -d '|')
    fi
    grep -rnE --include='*.h' --include='*.cpp' \
        "^\s*#\s*include\s*<(Qt(Gui|Widgets|OpenGL|OpenGLWidgets|PrintSupport|Quick|Qml|Svg|SvgWidgets|UiTools)(/|>)|(${names:-QWidget})>)" \
        core | sed 's/$/   <- core knows no user interface/' || true
}

# Prints includes that point up from core into ui or app, or from ui into app.
check_upward() {
    grep -rnE --include='*.h' --include='*.cpp' '^\s*#\s*include\s*[<"](\.\./)*(ui|app)/' core | sed 's/$/   <- points up/' || true
    if [[ -d ui ]]; then
        grep -rnE --include='*.h' --include='*.cpp' '^\s*#\s*include\s*[<"](\.\./)*app/' ui | sed 's/$/   <- points up/' || true
    fi
}

check_layers() {
    local module found
    found=$(
        for module in core/*/; do
            check_module "$(basename "$module")"
        done
        check_gui_headers
        check_upward
    )
    if [[ -n $found ]]; then
        printf '%s\n' "$found"
        return 1
    fi
}

# A test that no build file names is never built, and passes silently for ever.
check_tests() {
    local test status=0
    while read -r test; do
        if ! grep -qw "$(basename "$test" .cpp)" "$(dirname "$test")/CMakeLists.txt"; then
            echo "$test: not in $(dirname "$test")/CMakeLists.txt"
            status=1
        fi
    done < <(find tests -name 'tst_*.cpp' | sort)
    return "$status"
}

check_scripts() {
    if ! command -v shellcheck >/dev/null; then
        say "    skipped: shellcheck is not installed (app/setup.sh test installs it)"
        return 0
    fi
    own_scripts | xargs -r -d '\n' shellcheck -x
}

run_check() {
    say "==> $1"
    if ! "$2"; then
        failed+=("$1")
    fi
}

# Prints the source files clang-tidy is to look at; a changed header stands for the source file beside it.
tidy_sources() {
    if (($# == 0)); then
        own_sources | grep '\.cpp$'
        return
    fi
    local file
    git diff --name-only --diff-filter=d "$1" -- core ui app tests | sed -nE 's/\.(h|cpp)$//p' | sort -u | while read -r file; do
        if [[ -f $file.cpp ]]; then
            printf '%s\n' "$file.cpp"
        fi
    done
}

# Prints the compile commands of the dev build without its precompiled headers: clang does not read GCC's, and without
# them a file that does not include what it uses is an error.
plain_commands() {
    sed -E 's/ -Winvalid-pch//g; s/ -include [^ ]*cmake_pch\.hxx//g' "$1/compile_commands.json"
}

tidy() {
    local build=build/dev plain
    [[ -f $build/compile_commands.json ]] || die 1 "there is no $build/compile_commands.json: run tests/run.sh first."
    local -a sources patterns=()
    local source
    if (($# == 1)); then
        git rev-parse --verify --quiet "$1^{commit}" >/dev/null || die 2 "no such Git revision: $1"
    fi
    mapfile -t sources < <(tidy_sources "$@")
    if ((${#sources[@]} == 0)); then
        say "No source differs."
        return 0
    fi
    for source in "${sources[@]}"; do
        # run-clang-tidy passes over what it has no command for, and says nothing.
        grep -qF "\"$PWD/$source\"" "$build/compile_commands.json" ||
            die 1 "$build does not know $source: run tests/run.sh first."
        patterns+=("^$PWD/${source//./\\.}\$")
    done
    plain=$(mktemp -d)
    # shellcheck disable=SC2064 # the folder of now, which is local to this function
    trap "rm -rf '$plain'" EXIT
    plain_commands "$build" >"$plain/compile_commands.json"
    say "==> clang-tidy over ${#sources[@]} sources"
    run-clang-tidy -quiet -p "$plain" -j "$(build_jobs)" "${patterns[@]}" </dev/null
}

case ${1:-} in
'') ;;
--tidy)
    shift
    (($# <= 1)) || die 2 "one revision at most: $*"
    tidy "$@"
    exit 0
    ;;
-h | --help)
    usage
    exit 0
    ;;
*)
    usage >&2
    die 2 "unknown argument: $1"
    ;;
esac

failed=()
run_check "Format" check_format
run_check "Layers" check_layers
run_check "Tests" check_tests
run_check "Shell scripts" check_scripts
if ((${#failed[@]} > 0)); then
    die 1 "found something to mend in: ${failed[*]}"
fi
say "Nothing found."
