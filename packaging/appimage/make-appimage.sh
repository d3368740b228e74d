#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make-appimage.sh [--folder-only]: build/package/QCC-….AppImage out of what ./dev package has built. Needs linuxdeploy and
# linuxdeploy-plugin-qt in PATH (neither is in Debian). --folder-only stops before them.
set -euo pipefail

ROOT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)"
readonly ROOT BUILD="$ROOT/build/package"
readonly FOLDER="$BUILD/AppDir"

[[ -x "$BUILD/bin/qcc-desktop" ]] || {
    echo "make-appimage: build it first: ./dev package" >&2
    exit 1
}
rm -rf "$FOLDER"
DESTDIR="$FOLDER" cmake --install "$BUILD" --strip >/dev/null
# These belong to a system, and a systemd unit would name a path that is not there.
rm -rf "$FOLDER/usr/lib/systemd" "$FOLDER/usr/share/lintian" "$FOLDER/usr/share/doc"
[[ "${1-}" != --folder-only ]] || exit 0

# What is loaded while QCC runs, and no library names: the database, TLS, Wayland.
export EXTRA_QT_PLUGINS="tls;svg"
export EXTRA_PLATFORM_PLUGINS="libqwayland-generic.so;libqwayland-egl.so;libqoffscreen.so"
export QMAKE="${QMAKE:-/usr/lib/qt6/bin/qmake}"
LDAI_OUTPUT="$BUILD/QCC-$("$BUILD/bin/qcc" --version | cut -d' ' -f2)-$(uname -m).AppImage"
export LDAI_OUTPUT
cd "$BUILD"
linuxdeploy --appdir "$FOLDER" --plugin qt --output appimage \
    --desktop-file "$FOLDER/usr/share/applications/qcc.desktop" \
    --icon-file "$FOLDER/usr/share/icons/hicolor/scalable/apps/qcc.svg" \
    --library "$(ldconfig -p | sed -n 's/.*libsecret-1\.so\.0 .*=> //p' | head -1)"
echo "$LDAI_OUTPUT"
