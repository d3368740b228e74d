# SPDX-License-Identifier: GPL-3.0-or-later
"""The widgets of a running program as assistive technology sees them (AT-SPI): found by role and name, with
their place on the screen. The program must run with QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1."""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

import desk  # noqa: E402


class NotFound(Exception):
    """Nothing on the screen has this role and name."""


def _children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def _walk(node, depth):
    yield node
    if depth > 0:
        for child in _children(node):
            yield from _walk(child, depth - 1)


def application(name):
    """The program's root; None while it is not there."""
    for child in _children(Atspi.get_desktop(0)):
        if child.get_name() == name:
            return child
    return None


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def find_all(program, role=None, name=None, depth=24):
    """Every shown widget of PROGRAM with that role name ("push button", "list item" …) whose name begins with NAME."""
    root = application(program)
    found = []
    for node in _walk(root, depth) if root is not None else ():
        try:
            fits = (role is None or node.get_role_name() == role) and (
                name is None or (node.get_name() or "").startswith(name)
            )
            if fits and is_showing(node):
                found.append(node)
        except GLib.Error:  # it went while it was looked at
            continue
    return found


def await_widget(program, role=None, name=None, limit=20):
    """The first such widget, as soon as it is there."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        try:
            found = find_all(program, role, name)
        except GLib.Error:
            found = []
        if found:
            return found[0]
        time.sleep(0.05)
    raise NotFound(f"no {role or 'widget'} named {name!r} in {program} within {limit} s\n" + tree(program))


def place(node):
    """(x, y, width, height) on the screen. Gone: the widget is not there any more."""
    component = node.get_component_iface()
    if component is None:
        raise desk.Gone("the widget is gone")
    box = component.get_extents(Atspi.CoordType.SCREEN)
    return box.x, box.y, box.width, box.height


def centre(node):
    x, y, width, height = place(node)
    return x + width // 2, y + height // 2


def tree(program, depth=24):
    """What is shown, for a failing test's reader."""
    root = application(program)
    if root is None:
        return f"{program} is not known to the accessibility bus"
    lines = []

    def add(node, level):
        try:
            if is_showing(node) or level < 2:
                lines.append("  " * level + f"{node.get_role_name()} {node.get_name()!r}")
            if level < depth:
                for child in _children(node):
                    add(child, level + 1)
        except GLib.Error:
            return

    add(root, 0)
    return "\n".join(lines[:400])
