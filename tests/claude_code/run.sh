#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: run.sh DIRECTORY [TEST…]
# Fetches the real Claude Code into DIRECTORY, once for each version of the lock file, and runs the tests with it.
# QCC and QCC_SIM name the programs.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
directory="$1"
shift
readonly here directory npm="${QCC_NPM:-npm}"

if ! cmp -s "$here/package-lock.json" "$directory/installed-lock.json"; then
    mkdir -p "$directory"
    cp "$here/package.json" "$here/package-lock.json" "$directory/"
    (cd "$directory" && "$npm" ci --no-audit --no-fund)
    cp "$here/package-lock.json" "$directory/installed-lock.json"
fi
export QCC_CLAUDE="$directory/node_modules/.bin/claude"
python3 "$here/tst_claude_code.py" --verbose "$@"
