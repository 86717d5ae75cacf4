#!/usr/bin/env bash
# Drives the pages of `hilum score --html` in headless Chromium. Takes the folder for the tools and the pictures, and the hilum to test.
set -euo pipefail
. "$(dirname "$0")/packages.sh"
folder=$1
export HILUM=$2
export SCREENSHOTS=$folder/screenshots
tests=$(dirname "$0")/../Tests/Browser

if [ -z "${CHROMIUM:-}" ] && ! command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null; then
    if ! command -v apt-get >/dev/null; then
        echo "page-test: install Chromium, or name one in CHROMIUM." >&2
        exit 1
    fi
    install_with_apt chromium fonts-dejavu-core
fi
# Made anew when what it holds has changed.
if ! cmp -s "$tests/requirements.txt" "$folder/requirements.txt"; then
    python3 -m venv --clear "$folder/venv"
    "$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$tests/requirements.txt" >&2
    cp "$tests/requirements.txt" "$folder/requirements.txt"
fi
"$folder/venv/bin/python" -B -m unittest discover --start-directory "$tests" --pattern '*_tests.py'
