# SPDX-License-Identifier: GPL-3.0-or-later
"""What a test does on the desktop of stage.sh: looks at windows, moves the mouse, types, takes pictures. Every
wait has a deadline and polls; none sleeps a fixed time. The tray is in tray.py, notifications in notices.py,
widgets in widgets.py."""
import ctypes
import functools
import os
import subprocess
import sys
import time

import dbus
import dbus.mainloop.glib
from gi.repository import GLib

dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)


class DeskError(AssertionError):
    """The desktop did not do what the test waits for."""


class Gone(DeskError):
    """What was found a moment ago is not there any more; a look at the next moment finds its successor."""


def pump(seconds=0.02):
    """Takes what the bus has brought, for at most so long."""
    context = GLib.MainContext.default()
    timer = GLib.timeout_add(int(seconds * 1000), lambda: True)
    context.iteration(True)
    GLib.source_remove(timer)
    while context.iteration(False):
        pass


def wait_for(what, look, seconds=10):
    """The first true answer of look(); DeskError naming what, when there is none within the time."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            found = look()
        except Gone:
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise DeskError(f"waited {seconds} s for {what}")
        pump()


X11 = ctypes.CDLL("libX11.so.6")
X11.XOpenDisplay.restype = ctypes.c_void_p
IGNORE_X_ERROR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)


@functools.lru_cache(maxsize=None)
def x_display():
    X11.XSetErrorHandler(IGNORE_X_ERROR)  # a window that is gone is told by the answer; Xlib's own handler exits
    display = X11.XOpenDisplay(None)
    if not display:
        raise DeskError("the X server does not answer")
    return ctypes.c_void_p(display)


def session_bus():
    return dbus.SessionBus()


def name_has_owner(name):
    return bool(session_bus().name_has_owner(name))


def run(*command):
    """The output of a program; DeskError with its words when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    if done.returncode != 0:
        raise DeskError(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
    return done.stdout


# Windows

def windows(name):
    """Ids of the visible windows whose title matches the expression."""
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name],
                          capture_output=True, text=True, timeout=30)
    return done.stdout.split()


def wait_for_window(name, seconds=15):
    return wait_for(f'a window "{name}"', lambda: windows(name), seconds)[-1]


def wait_for_no_window(name, seconds=15):
    wait_for(f'no window "{name}"', lambda: not windows(name), seconds)


def geometry(window):
    """x, y, width, height of its inside. Not from xdotool, which counts the frame twice."""
    x, y, width, height = (ctypes.c_int() for _ in range(4))
    root, child = ctypes.c_ulong(), ctypes.c_ulong()
    border, depth = ctypes.c_uint(), ctypes.c_uint()
    display, inside = x_display(), ctypes.c_ulong(int(window))
    if not X11.XGetGeometry(display, inside, *map(ctypes.byref, (root, x, y, width, height, border, depth))):
        raise DeskError(f"there is no window {window}")
    X11.XTranslateCoordinates(display, inside, root, 0, 0, *map(ctypes.byref, (x, y, child)))
    return x.value, y.value, width.value, height.value


def activate(window):
    run("xdotool", "windowactivate", window)
    wait_for("the window to be active",
             lambda: subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True)
             .stdout.strip() == window)


def close(window):
    """As its close button does: xdotool can only destroy, so the window manager is asked."""
    activate(window)
    key("alt+F4")


# Mouse and keyboard

def move(x, y):
    run("xdotool", "mousemove", str(x), str(y))


def click(x, y, button=1, times=1):
    run("xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "60", str(button))


def drag(start, end, steps=10, hold=()):
    """Down, small moves 40 ms apart, up: what a drag needs to be one."""
    command = ["xdotool", "mousemove", str(start[0]), str(start[1]), "sleep", "0.05", "mousedown", "1"]
    for step in range(1, steps + 1):
        x = start[0] + (end[0] - start[0]) * step // steps
        y = start[1] + (end[1] - start[1]) * step // steps
        command += ["sleep", "0.04", "mousemove", str(x), str(y)]
    # Once more beside it: where it ends is told again after the last drop indicator was drawn.
    command += ["sleep", "0.04", "mousemove", str(end[0] + 1), str(end[1]),
                "sleep", "0.04", "mousemove", str(end[0]), str(end[1]), "sleep", "0.04", "mouseup", "1"]
    for key in hold:
        run("xdotool", "keydown", key)
    try:
        run(*command)
    finally:
        for key in hold:
            run("xdotool", "keyup", key)


def key(*keys):
    """key("ctrl+z"), key("Tab", "Return")"""
    run("xdotool", "key", "--delay", "40", *keys)


def type_text(text):
    run("xdotool", "type", "--delay", "15", text)


def screenshot(path):
    run("import", "-window", "root", path)


# Readiness, for stage.sh

def is_up():
    names = ("org.freedesktop.Notifications", "org.kde.StatusNotifierWatcher", "org.a11y.Bus")
    missing = [name for name in names if not name_has_owner(name)]
    if subprocess.run(["xdotool", "get_num_desktops"], capture_output=True).returncode != 0:
        missing.append("a window manager")
    if not subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "xfce4-panel"],
                          capture_output=True).stdout.strip():
        missing.append("the panel's window")
    return missing


def wait_until_ready(seconds, pids):
    deadline = time.monotonic() + seconds
    while missing := is_up():
        ended = [pid for pid in pids if not os.path.exists(f"/proc/{pid}")]
        if ended or time.monotonic() > deadline:
            print("desktop stage: still missing:", ", ".join(missing), file=sys.stderr)
            return 1
        pump(0.05)
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] != "ready":
        sys.exit("usage: desk.py ready SECONDS PID…")
    sys.exit(wait_until_ready(float(sys.argv[2]), sys.argv[3:]))
