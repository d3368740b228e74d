#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: run.sh QCC QCC_SIM DIRECTORY [FILE…]
# Fetches the official client into DIRECTORY, once for each version of the lock file, and runs the tests with it.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export QCC="$1" QCC_SIM="$2" QCC_SDK_DIRECTORY="$3"
shift 3
readonly here node="${QCC_NODE:-node}" npm="${QCC_NPM:-npm}"

fetch_client() {
    mkdir -p "$QCC_SDK_DIRECTORY"
    if [[ -d "$QCC_SDK_DIRECTORY/node_modules" ]] &&
        cmp -s "$here/package-lock.json" "$QCC_SDK_DIRECTORY/installed-lock.json"; then
        return
    fi
    cp "$here/package.json" "$here/package-lock.json" "$QCC_SDK_DIRECTORY/"
    (cd "$QCC_SDK_DIRECTORY" && "$npm" ci --no-audit --no-fund)
    cp "$here/package-lock.json" "$QCC_SDK_DIRECTORY/installed-lock.json"
}

fetch_client
echo "node $("$node" --version)"
if [[ $# -eq 0 ]]; then
    set -- "$here"/*.test.mjs
fi
failed=0
for file in "$@"; do
    echo "=== ${file##*/}"
    "$node" "$file" || failed=1
done
exit "$failed"
