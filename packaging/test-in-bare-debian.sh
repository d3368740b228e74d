#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-in-bare-debian.sh PACKAGE [FOLDER]: installs the package in a fresh Debian 12 that has nothing else, uses it as a
# person would, removes and purges it, and tells what is left behind. As root; needs debootstrap and a Debian mirror.
# FOLDER is where that system is made (kept, and used again, when it is given).
set -Eeuo pipefail

readonly MIRROR="${QCC_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
PACKAGE="$(readlink -f "${1:?usage: test-in-bare-debian.sh PACKAGE [FOLDER]}")"
KEPT="${2-}"
SYSTEM="${KEPT:-$(mktemp -d)}"
readonly PACKAGE KEPT SYSTEM
PICTURES="$(dirname "$PACKAGE")"
readonly PICTURES

say() { printf '\n== %s\n' "$*"; }

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

unmount_all() {
    local place
    for place in dev/shm dev/pts proc; do
        mountpoint -q "$SYSTEM/$place" && umount "$SYSTEM/$place"
    done
    return 0
}

end() {
    inside_root "pkill -u person -x qcc; pkill -u person -x qcc-desktop; pkill -u person -x Xvfb" >/dev/null 2>&1 || true
    unmount_all
    [[ -n "$KEPT" ]] || rm -rf --one-file-system "$SYSTEM"
}

inside_root() {
    chroot "$SYSTEM" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        sh -c "$1"
}

# As somebody without rights, with a runtime folder as a login makes it.
inside() {
    chroot "$SYSTEM" setpriv --reuid=person --regid=person --init-groups env -i PATH=/usr/bin:/bin HOME=/home/person \
        USER=person LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/run/person sh -c "$1"
}

make_system() {
    chmod 755 "$SYSTEM" # others live in it, too
    if [[ ! -x "$SYSTEM/usr/bin/apt-get" ]]; then
        debootstrap --variant=minbase bookworm "$SYSTEM" "$MIRROR" >"$PICTURES/debootstrap.log" 2>&1 || {
            tail -5 "$PICTURES/debootstrap.log" >&2
            fail "debootstrap"
        }
    fi
    mount -t proc proc "$SYSTEM/proc"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$SYSTEM/dev/pts"
    mount -t tmpfs tmpfs "$SYSTEM/dev/shm"
    cp /etc/resolv.conf "$SYSTEM/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' >"$SYSTEM/usr/sbin/policy-rc.d" # nothing is started here
    chmod 755 "$SYSTEM/usr/sbin/policy-rc.d"
    inside_root "id person >/dev/null 2>&1 || useradd --create-home person; install -d -o person -m 700 /run/person"
    inside_root "rm -rf /home/person/.qcc /home/person/*.log" # of a run before
    inside_root "apt-get update -qq"
}

# What is no part of any package, and changes whenever apt runs.
list_files() {
    (cd "$SYSTEM" && find etc usr var opt srv lib* bin sbin -xdev \( -path var/cache/apt -o -path var/lib/apt \
        -o -path var/lib/dpkg -o -path var/log -o -path var/cache/debconf \) -prune -o -print | sort)
}

# Installed before the package, so that only what is QCC's own is compared afterwards.
install_needs() {
    local needed
    needed="$(dpkg-deb -f "$PACKAGE" Depends)"
    echo "$needed"
    inside_root "apt-get satisfy -y -qq --no-install-recommends '$needed' >/tmp/needs.log 2>&1" || {
        tail -20 "$SYSTEM/tmp/needs.log" >&2
        fail "what the package depends on"
    }
    rm "$SYSTEM/tmp/needs.log"
}

wait_for() {
    local what="$1" times
    for times in $(seq 100); do
        inside "$what" >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    fail "waited 10 s for: $what (tried $times times)"
}

try_programs() {
    say "versions"
    inside "qcc --version && qcc-sim --version"
    inside "QT_QPA_PLATFORM=offscreen qcc-desktop --version"
}

try_headless() {
    say "the proxy without a display"
    inside "qcc proxy start --listen 127.0.0.1:0 >~/proxy.log 2>&1 &"
    wait_for "qcc proxy status"
    inside "printf sk-ant-test-0001 | qcc add production --url https://api.anthropic.com --key-stdin"
    inside "qcc status"
    inside "qcc list"
    inside "qcc proxy stop"
    inside "cat ~/proxy.log"
}

try_demo() {
    say "a request through the demo"
    inside "qcc proxy start --demo --listen 127.0.0.1:0 >~/demo.log 2>&1 & echo \$! >~/demo.pid"
    wait_for "grep -q 'proxy listening' ~/demo.log"
    inside "cat ~/demo.log"
    inside "sh -c \"\$(grep -o 'curl -sNi .*' ~/demo.log)\" | grep -iE '^HTTP|^x-qcc|message_stop'" || fail "no answer"
    inside "xargs kill -INT <~/demo.pid"
    inside "rm -f ~/demo.log ~/demo.pid"
}

try_desktop() {
    say "the window"
    inside "Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &"
    wait_for "test -S /tmp/.X11-unix/X77"
    inside "DISPLAY=:77 dbus-run-session -- qcc-desktop --listen 127.0.0.1:0 --page board >~/desktop.log 2>&1 &"
    wait_for "qcc proxy status"
    wait_for "DISPLAY=:77 xwininfo -root -tree | grep -q '\"QCC'"
    sleep 2 # until it is drawn; nothing tells from outside
    # What qcc.desktop says of the window, so that it gets the icon of its entry.
    inside "DISPLAY=:77 xwininfo -root -tree | grep '(\"qcc-desktop\" \"qcc\")'" || fail "the window's class"
    inside "DISPLAY=:77 import -window root ~/window.png"
    cp "$SYSTEM/home/person/window.png" "$PICTURES/window.png"
    inside "rm ~/window.png; cat ~/desktop.log"
    inside "pkill -TERM -x qcc-desktop"
    wait_for "! pgrep -x qcc-desktop"
    inside "pkill -x Xvfb"
    wait_for "! pgrep -x Xvfb"
}

try_surroundings() {
    say "manual, completions, menu"
    # The smallest Debian has no manual of its own, and dpkg may have been told to leave manuals out.
    inside_root "dpkg -L qcc" | grep -E '/man1/|completion|applications|metainfo|systemd' || fail "files are missing"
    inside "man -w qcc qcc-desktop qcc-sim"
    inside "MANWIDTH=80 man qcc | head -20"
    inside "bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader qcc; complete -p qcc;
        COMP_WORDS=(qcc prio); COMP_CWORD=1; COMP_LINE=\"qcc prio\"; COMP_POINT=8; _qcc; echo \"\${COMPREPLY[@]}\"'"
    inside "desktop-file-validate /usr/share/applications/qcc.desktop"
    inside "grep -r x-scheme-handler/qcc /usr/share/applications/mimeinfo.cache"
}

main() {
    [[ "$(id -u)" -eq 0 ]] || fail "only root can make a system in a folder"
    trap end EXIT
    trap 'echo "FAILED at line $LINENO" >&2' ERR
    say "a fresh Debian 12 in $SYSTEM"
    make_system
    inside_root ". /etc/os-release; echo \$PRETTY_NAME; dpkg -l | grep -c ^ii"
    say "what the test itself needs: a display, a camera, a manual reader"
    inside_root "apt-get install -y -qq --no-install-recommends xvfb x11-utils imagemagick curl dbus-daemon procps man-db \
        bash-completion desktop-file-utils fonts-dejavu-core >/dev/null 2>&1"
    say "what the package depends on"
    install_needs
    list_files >"$PICTURES/before.txt"
    say "installing"
    cp "$PACKAGE" "$SYSTEM/var/cache/apt/qcc.deb"
    inside_root "apt-get install -y --no-install-recommends /var/cache/apt/qcc.deb 2>&1 | tail -8"
    list_files >"$PICTURES/installed.txt"
    try_programs
    try_headless
    try_demo
    try_desktop
    try_surroundings
    say "removing"
    inside_root "apt-get remove -y qcc 2>&1 | tail -3"
    list_files >"$PICTURES/removed.txt"
    say "installing again, and purging at once"
    inside_root "apt-get install -y -qq --no-install-recommends /var/cache/apt/qcc.deb >/dev/null 2>&1 && qcc --version"
    inside_root "apt-get purge -y qcc 2>&1 | tail -3; dpkg -l qcc 2>&1 | tail -1"
    list_files >"$PICTURES/after.txt"
    say "what is left behind by removing, and by purging"
    diff "$PICTURES/before.txt" "$PICTURES/removed.txt" || fail "removing left this behind"
    diff "$PICTURES/before.txt" "$PICTURES/after.txt" || fail "purging left this behind"
    find "$SYSTEM" -xdev -iname '*qcc*' -not -path "$SYSTEM/home/*" -not -path "$SYSTEM/var/cache/apt/*" | grep . \
        && fail "this has its name"
    echo "nothing"
    say "what stays: the person's own"
    (cd "$SYSTEM/home/person" && find . -newer "$PICTURES/before.txt" | sort)
    ls -A "$SYSTEM/tmp"
    say "passed; the window is in $PICTURES/window.png"
}

main
