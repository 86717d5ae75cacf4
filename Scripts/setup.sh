#!/usr/bin/env bash
# Makes sure that Hilum can be built: a Swift toolchain, SQLite, and libxml2 for the Open-i reader; and that the bundled model can run, which
# loads OpenBLAS, libpng and libturbojpeg when it is first used. Says nothing when all is there.
set -euo pipefail
. "$(dirname "$0")/packages.sh"

needed_major=6
needed_minor=1

explain_swift() {
    cat >&2 <<'MESSAGE'
Hilum needs Swift 6.1 or later. The quickest way to it is swiftly, the toolchain manager of swift.org:

  Linux:  curl -O "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz"
          tar zxf "swiftly-$(uname -m).tar.gz" && ./swiftly init
  macOS:  curl -O https://download.swift.org/swiftly/darwin/swiftly.pkg
          installer -pkg swiftly.pkg -target CurrentUserHomeDirectory && ~/.swiftly/bin/swiftly init

Then open a new shell and run this again. Other ways: https://www.swift.org/install
MESSAGE
}

check_swift() {
    if ! command -v swift >/dev/null; then
        echo "setup: there is no swift command on the PATH." >&2
        explain_swift
        exit 1
    fi
    local version major minor
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
    major=${version%%.*}
    minor=${version##*.}
    if [ -z "$version" ] || [ "$major" -lt "$needed_major" ] || { [ "$major" -eq "$needed_major" ] && [ "$minor" -lt "$needed_minor" ]; }; then
        echo "setup: $(command -v swift) is Swift ${version:-of an unknown version}." >&2
        explain_swift
        exit 1
    fi
}

install_missing() {
    local missing=() package
    for package in libsqlite3-dev libxml2-dev libopenblas-dev libpng-dev libturbojpeg0-dev; do
        dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] || install_with_apt "${missing[@]}"
}

check_headers() {
    local header
    for header in sqlite3.h libxml2/libxml/parser.h; do
        if [ ! -e "/usr/include/$header" ] && [ ! -e "/usr/local/include/$header" ]; then
            echo "setup: $header is not there: install the development packages of SQLite 3 and libxml2." >&2
        fi
    done
}

check_swift
case $(uname -s) in
Darwin) ;; # The SDK of Xcode holds SQLite, libxml2 and a BLAS; images need `brew install libpng jpeg-turbo`.
*) if command -v apt-get >/dev/null; then install_missing; else check_headers; fi ;;
esac
