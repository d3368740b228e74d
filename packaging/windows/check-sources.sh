#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks at every source that is built on Windows alone, with a compiler for Windows (Debian: g++-mingw-w64-x86-64-posix) and
# the headers of this system's Qt. Syntax and types only: there is no Qt for Windows here to link with.
set -euo pipefail

ROOT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)"
readonly ROOT
readonly COMPILER=x86_64-w64-mingw32-g++-posix
QT="$(qtpaths6 --query QT_INSTALL_HEADERS 2>/dev/null || echo /usr/include/x86_64-linux-gnu/qt6)"
readonly QT

command -v "$COMPILER" >/dev/null || {
    echo "check-sources: $COMPILER is missing (Debian: g++-mingw-w64-x86-64-posix)" >&2
    exit 1
}
# What the build's precompiled header brings.
header="$(mktemp --suffix=.h)"
trap 'rm -f "$header"' EXIT
sed -n '/^target_precompile_headers(qcc_pch/,/)/p' "$ROOT/cmake/qcc.cmake" | grep -oE '<[A-Za-z_]+>' | sed 's/^/#include /' >"$header"

cd "$ROOT"
status=0
while read -r source; do
    "$COMPILER" -std=c++20 -fsyntax-only -Wall -Wextra -Wshadow -Werror -I. -include "$header" \
        -isystem "$QT" -isystem "$QT/QtCore" -isystem "$QT/QtNetwork" -isystem "$QT/QtGui" -isystem "$QT/QtWidgets" \
        -DQT_NO_KEYWORDS -DQT_NO_CAST_FROM_ASCII -DQT_NO_CAST_TO_ASCII -DUNICODE -DNOMINMAX -DWIN32_LEAN_AND_MEAN \
        "$source" || status=1
    echo "$source"
done < <(git ls-files 'app/*_windows.cpp' 'app/*_other.cpp')
exit "$status"
