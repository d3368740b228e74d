#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What stage.sh leaves behind: the command's exit code, and nothing else; and what it says of a missing part.
here=$(cd "$(dirname "$0")" && pwd)
notes=$(mktemp -d)
trap 'rm -rf "$notes"' EXIT
failures=0
expect()
{ # expect "WHAT" TEST…
  local what=$1
  shift
  if "$@"; then echo "ok: $what"; else echo "FAILED: $what" >&2; failures=$((failures + 1)); fi
}

ended()
{ # ended PID: gone, or only waiting for its parent to notice; within a second
  for _ in $(seq 20); do
    local state
    state=$(sed 's/.*) //; s/ .*//' "/proc/$1/stat" 2>/dev/null)
    [ -z "$state" ] || [ "$state" = Z ] && return 0
    sleep 0.05
  done
  return 1
}

NOTES=$notes "$here/stage.sh" bash -c '
  sleep 600 & echo $! > "$NOTES/left"
  echo "$QCC_STAGE" > "$NOTES/stage"
  for part in Xvfb openbox dunst xfce4-panel dbus-daemon; do
    for pid in $(pgrep -x "$part"); do
      grep -qz "^HOME=$HOME$" "/proc/$pid/environ" && echo "$pid" >> "$NOTES/parts"
    done
  done
  exit 42' >"$notes/out" 2>&1
expect "the exit code is the command's" test $? = 42
expect "the folder is gone" test ! -e "$(cat "$notes/stage")"
expect "there were five parts or more" test "$(wc -l <"$notes/parts")" -ge 5
while read -r pid; do
  expect "part $pid has ended" ended "$pid"
done <"$notes/parts"
expect "what the command left behind has ended" ended "$(cat "$notes/left")"

QCC_PYTHON=/nowhere/python3 "$here/stage.sh" true 2>"$notes/missing"
expect "a missing part is a failure" test $? = 97
expect "that names the package" grep -q "install the package python3" "$notes/missing"

QCC_STAGE_LIMIT=1 "$here/stage.sh" sleep 600 >"$notes/out" 2>&1
expect "a command that does not end is ended" test $? = 124
exit $((failures > 0))
