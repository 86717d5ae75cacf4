# Sourced by the scripts that install packages of the system.

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "run as root: $*" >&2
        exit 1
    fi
}

# Installs with apt-get; the lists of packages are fetched only where they are missing or old.
install_with_apt() {
    echo "installing $*" >&2
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get install -y --no-install-recommends "$@" >&2 && return
    as_root apt-get update >&2
    as_root apt-get install -y --no-install-recommends "$@" >&2
}
