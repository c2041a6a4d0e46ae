# shellcheck shell=bash
# Resolves and downloads Debian packages with the machine's own apt sources, without root and without touching the
# system's package state. Sourced; needs cache.sh.

# fetch_packages WORK PACKAGE...: leaves the .deb files of PACKAGE..., the essential set and all they depend on in
# WORK/packages. apt checks the signatures and resolves names (the kernel's package has its version in its name).
fetch_packages() {
    local work=$1
    shift
    local apt=$work/apt wanted=("$@" '?essential' usr-is-merged)
    mkdir -p -- "$work/packages/partial" "$apt/lists/partial"
    # An empty status file makes apt believe that nothing is installed, so it resolves the whole set. The system's own
    # hooks must not run. Sandboxing is off because the user "_apt" may not write below a home folder.
    : >"$apt/status"
    cat >"$apt/apt.conf" <<CONF
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Install-Pkgs;
#clear DPkg::Post-Invoke;
Dir::State::status "$apt/status";
Dir::State::extended_states "$apt/extended_states";
Dir::Cache::archives "$work/packages";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Dir::Log "$apt";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Install-Recommends "false";
APT::Install-Suggests "false";
APT::Sandbox::User "root";
Acquire::Retries "3";
CONF
    say "downloading packages by apt"
    if download "$apt" "${wanted[@]}"; then
        return
    fi
    # No package lists on this machine, or lists so old that the mirror no longer has what they name: use our own.
    say "the system's package lists do not serve; reading the mirror's into a private folder"
    printf 'Dir::State::lists "%s/lists";\n' "$apt" >>"$apt/apt.conf"
    if ! apt-get -c "$apt/apt.conf" -qq update >"$apt/output" 2>&1 || ! download "$apt" "${wanted[@]}"; then
        tail -n 20 -- "$apt/output" >&2
        die "apt could not download the packages; see its messages above (are the sources in /etc/apt reachable?)"
    fi
}

# download APT PACKAGE...: one attempt; apt's messages go to APT/output.
download() {
    local apt=$1
    shift
    apt-get -c "$apt/apt.conf" -qq -y --download-only install "$@" >"$apt/output" 2>&1
}
