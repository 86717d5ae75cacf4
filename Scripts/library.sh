#!/usr/bin/env bash
# Builds the library for callers of C beside the command: libhilum.so (libhilum.dylib on macOS) and its header.
#   Scripts/library.sh FOLDER [option of swift build]…
set -euo pipefail
folder=$1
shift
header=Sources/HilumC/include/hilum.h

# The symbols of the library are the functions of its header: what else it is made of, the Swift runtime included, stays its own.
functions=$(sed -nE 's/^[a-z].*[ *](hilum_[a-z]+)\(.*/\1/p' "$header")
mkdir -p "$folder"
case $(uname -s) in
Darwin)
    built=libHilumC.dylib library=libhilum.dylib
    symbols=$folder/hilum.exports
    printf '_%s\n' $functions >"$symbols.new"
    link=(-Xlinker -install_name -Xlinker "@rpath/$library" -Xlinker -exported_symbols_list -Xlinker "$PWD/$symbols")
    ;;
*)
    built=libHilumC.so library=libhilum.so
    symbols=$folder/hilum.map
    { echo '{ global:' && printf '  %s;\n' $functions && echo '  local: *; };'; } >"$symbols.new"
    link=(-Xlinker "-soname=$library" -Xlinker "--version-script=$PWD/$symbols" -Xlinker --strip-all -Xlinker -z -Xlinker defs)
    ;;
esac
mv "$symbols.new" "$symbols"

swift build -c release "$@" "${link[@]}" --product HilumC >&2
# In place of the old file, not into it: a process may have it open.
cp "$folder/$built" "$folder/$library.new"
mv "$folder/$library.new" "$folder/$library"
cp "$header" "$folder/"
