#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every fixture is imported by the program, with a real gnome-keyring on a session bus of its own: afterwards its keys
# are in the keyring, seen from outside, and in no file; a second import adds nothing.
# usage: tst_import_keyring.sh QCC DATA-FOLDER
set -euo pipefail

if [[ -z "${QCC_TEST_INSIDE_KEYRING-}" ]]; then
    for program in dbus-run-session gnome-keyring-daemon secret-tool; do
        command -v "$program" >/dev/null || {
            echo "FAIL: $program is not installed (Debian: dbus-daemon, gnome-keyring, libsecret-tools)" >&2
            exit 1
        }
    done
    HOME="$(mktemp -d)"
    trap 'rm -rf "$HOME"' EXIT
    export HOME QCC_TEST_INSIDE_KEYRING=1 XDG_RUNTIME_DIR="$HOME" XDG_DATA_HOME="$HOME" XDG_CONFIG_HOME="$HOME" \
        XDG_CACHE_HOME="$HOME" QCC_SECRETS=keyring
    # Not exec: the trap has to run.
    dbus-run-session -- bash -c 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 9
        "$0" "$@"' "$0" "$@"
    exit
fi

readonly QCC="$1" DATA="$2"
failures=0

fail() {
    echo "FAIL: $*" >&2
    failures=$((failures + 1))
}

# keys FILE: the made-up keys that an import of it is to bring, from the program's own list of what can be added.
expected_keys() {
    case "$1" in
        claude-settings.json) echo sk-made-up-claude-0001 ;;
        cc-switch-export.sql) echo sk-made-up-ccs-0001 sk-made-up-ccs-0002 ;;
        cc-switch-config.json) echo sk-made-up-ccs-0011 sk-made-up-ccs-0012 ;;
        cc-switch-oldest.json) echo sk-made-up-ccs-0021 ;;
        claude-code-router-config.json) echo sk-made-up-ccr-0002 sk-made-up-ccr-0003 sk-made-up-ccr-0005 ;;
        ccnexus-config.json) echo sk-made-up-nexus-0001 sk-made-up-nexus-0002 ;;
        fastcc-cache.json) echo sk-made-up-fast-0001 sk-made-up-fast-0002 sk-made-up-fast-0003 sk-made-up-fast-0005 ;;
    esac
}

for file in claude-settings.json cc-switch-export.sql cc-switch-config.json cc-switch-oldest.json \
    claude-code-router-config.json ccnexus-config.json fastcc-cache.json; do
    export QCC_HOME="$HOME/home-of-$file"
    said="$("$QCC" import "$DATA/$file" --yes 2>&1)" || fail "$file: $said"
    grep -q sk-made-up <<<"$said" && fail "$file: a key was printed"
    grep -rqs sk-made-up "$QCC_HOME" && fail "$file: a key lies in $QCC_HOME"
    kept="$(secret-tool search --all --unlock type plaintext 2>/dev/null || true)"
    for key in $(expected_keys "$file"); do
        grep -qF "secret = $key" <<<"$kept" || fail "$file: $key is not in the keyring"
    done
    before="$("$QCC" list --json)"
    again="$("$QCC" import "$DATA/$file" --yes 2>&1)" || fail "$file, again: $again"
    grep -q "Nothing was added" <<<"$again" || fail "$file was imported twice: $again"
    [[ "$("$QCC" list --json)" == "$before" ]] || fail "$file: the second import changed something"
done

[[ "$failures" -eq 0 ]] && echo "PASS: keys of every format are in the keyring, once"
exit "$((failures > 0))"
