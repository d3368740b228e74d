#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/desktop/stage.sh COMMAND…: runs COMMAND on a desktop with real parts: an X server of its own, a session
# bus, a window manager (openbox), a notification daemon (dunst), a panel that hosts the tray (xfce4-panel:
# StatusNotifierWatcher and XEmbed) and the accessibility bus; with a home of its own. Ends them all, and
# answers with COMMAND's exit code; 97: a part is missing or did not come up.
#
# COMMAND finds: HOME, XDG_RUNTIME_DIR, DISPLAY, DBUS_SESSION_BUS_ADDRESS; QCC_STAGE (a folder that is gone
# afterwards; the parts' logs are in it) and PYTHONPATH with desk.py. QCC_STAGE_LIMIT: seconds for COMMAND (240).
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=${QCC_PYTHON:-/usr/bin/python3} # the system's: the packages python3-dbus and python3-gi are made for it
ready_within=30                        # seconds for all parts together
at_spi=/usr/libexec/at-spi-bus-launcher

fail()
{
  echo "desktop stage: $*" >&2
  exit 97
}

need()
{ # need PROGRAM PACKAGE
  command -v "$1" >/dev/null || fail "$1 is missing: install the package $2"
}

need_all()
{
  need Xvfb xvfb
  need xvfb-run xvfb
  need xauth xauth
  need dbus-run-session dbus-daemon
  need dbus-daemon dbus-daemon
  need openbox openbox
  need dunst dunst
  need dunstctl dunst
  need xfce4-panel xfce4-panel
  need xdotool xdotool
  need import imagemagick
  need gdbus libglib2.0-bin
  need "$at_spi" at-spi2-core
  need "$python" python3
  "$python" -c 'import dbus' 2>/dev/null || fail "python3 can't import dbus: install the package python3-dbus"
  "$python" -c 'import gi' 2>/dev/null || fail "python3 can't import gi: install the package python3-gi"
  "$python" -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null ||
    fail "python3 can't find Atspi: install the package gir1.2-atspi-2.0"
}

outside()
{
  [ $# -gt 0 ] || fail "usage: stage.sh COMMAND…"
  need_all
  QCC_STAGE=$(mktemp -d) || fail "there is no room for a temporary folder"
  export QCC_STAGE
  trap 'rm -rf "$QCC_STAGE"' EXIT
  mkdir -m 700 "$QCC_STAGE/home" "$QCC_STAGE/run" "$QCC_STAGE/log"
  export HOME=$QCC_STAGE/home XDG_RUNTIME_DIR=$QCC_STAGE/run
  export LC_ALL=${QCC_STAGE_LOCALE:-C.UTF-8} GSETTINGS_BACKEND=memory QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
  export PYTHONPATH=$here QCC_PYTHON=$python QCC_STAGE_INSIDE=1
  unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY SESSION_MANAGER LANGUAGE QT_QPA_PLATFORM QCC_HOME
  unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP XDG_SESSION_TYPE
  xvfb-run -a -e "$QCC_STAGE/log/xvfb" -s "-screen 0 ${QCC_STAGE_SCREEN:-1280x800x24}" \
    dbus-run-session -- bash "${BASH_SOURCE[0]}" "$@"
}

start()
{ # start NAME COMMAND…: in the background, its output in the log NAME
  local name=$1
  shift
  "$@" >"$QCC_STAGE/log/$name" 2>&1 &
  parts[$!]=$name
}

strike()
{ # ends what was started here, by its pid
  for pid in "${!parts[@]}"; do kill "$pid" 2>/dev/null; done
  for pid in "${!parts[@]}"; do
    for _ in $(seq 50); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null
  done
  wait 2>/dev/null
}

tell_logs()
{
  for log in "$QCC_STAGE"/log/*; do
    [ -s "$log" ] && { echo "--- ${log##*/}"; tail -n 20 "$log"; } >&2
  done
}

inside()
{
  declare -gA parts=()
  trap strike EXIT
  mkdir -p "$HOME/.config/xfce4/xfconf/xfce-perchannel-xml"
  cp "$here/panel.xml" "$HOME/.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
  sed "s#@CHOOSER@#$python $here/choose_action.py $QCC_STAGE/action#" "$here/dunstrc.in" >"$QCC_STAGE/dunstrc"
  start openbox openbox
  start dunst dunst -conf "$QCC_STAGE/dunstrc" -print # before anything that could start another daemon
  start at-spi "$at_spi" --launch-immediately
  start panel xfce4-panel --disable-wm-check
  if ! "$python" "$here/desk.py" ready "$ready_within" "${!parts[@]}"; then
    tell_logs
    fail "the desktop did not come up within $ready_within s"
  fi
  set -m # the command gets a process group, so that nothing of it is left behind
  timeout --foreground -k 5 "${QCC_STAGE_LIMIT:-240}" "$@" &
  local command=$!
  set +m
  wait "$command"
  local code=$?
  kill -- "-$command" 2>/dev/null
  [ "$code" -eq 0 ] || tell_logs
  return "$code"
}

if [ "${QCC_STAGE_INSIDE:-}" = 1 ]; then
  unset QCC_STAGE_INSIDE
  inside "$@"
else
  outside "$@"
fi
