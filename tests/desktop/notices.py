# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop notifications: everything that goes over the bus to and from the notification daemon is listened to
(org.freedesktop.DBus.Monitoring), and a button is pressed in the daemon itself."""
import os
import re

import dbus
import dbus.bus
import dbus.lowlevel

import desk

SERVICE = "org.freedesktop.Notifications"
CLOSED = {1: "expired", 2: "dismissed", 3: "closed by the program", 4: "undefined"}


class Notice:
    """One Notify call. One that replaces another has its id."""

    def __init__(self, arguments):
        app, replaces, icon, summary, body, actions, hints, expires = arguments
        self.id = 0  # until the daemon has answered
        self.app = str(app)
        self.replaces = int(replaces)
        self.icon = str(icon)
        self.summary = str(summary)
        self.body = str(body)
        flat = [str(part) for part in actions]
        self.actions = dict(zip(flat[::2], flat[1::2]))  # key → label
        self.hints = {str(name): value for name, value in hints.items()}
        self.expires = int(expires)
        self.closed = None  # why, once it is
        self.invoked = []   # keys of actions

    @property
    def urgency(self):
        return {0: "low", 1: "normal", 2: "critical"}.get(int(self.hints.get("urgency", 1)))

    def __repr__(self):
        return f"Notice({self.id}, {self.summary!r}, {self.body!r}, {list(self.actions)})"


class Listener:
    """Remembers every notification since it was made."""

    def __init__(self):
        self.all = []
        self._asked = {}  # (sender, serial) → Notice, until answered
        self._bus = dbus.bus.BusConnection(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        self._bus.add_message_filter(self._take)
        rules = dbus.Array([f"interface='{SERVICE}'", "type='method_return'"], signature="s")
        self._bus.call_blocking("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Monitoring",
                                "BecomeMonitor", "asu", (rules, dbus.UInt32(0)))

    def _take(self, _bus, message):
        kind = message.get_type()
        if kind == dbus.lowlevel.MESSAGE_TYPE_METHOD_CALL and message.get_member() == "Notify":
            notice = Notice(message.get_args_list())
            self._asked[(message.get_sender(), message.get_serial())] = notice
            self.all.append(notice)
        elif kind == dbus.lowlevel.MESSAGE_TYPE_METHOD_RETURN:
            notice = self._asked.pop((message.get_destination(), message.get_reply_serial()), None)
            if notice:
                notice.id = int(message.get_args_list()[0])
        elif kind == dbus.lowlevel.MESSAGE_TYPE_SIGNAL:
            self._take_signal(message)
        return dbus.lowlevel.HANDLER_RESULT_HANDLED

    def _take_signal(self, message):
        arguments = message.get_args_list()
        for notice in self.all:
            if not notice.id or int(arguments[0]) != notice.id:
                continue
            if message.get_member() == "NotificationClosed":
                notice.closed = CLOSED.get(int(arguments[1]), "undefined")
            elif message.get_member() == "ActionInvoked":
                notice.invoked.append(str(arguments[1]))

    def matching(self, summary="", body="", since=0):
        """Those (after the first `since`) whose texts match the expressions."""
        desk.pump()
        return [notice for notice in self.all[since:]
                if notice.id and re.search(summary, notice.summary) and re.search(body, notice.body)]

    def wait_for(self, summary="", body="", since=0, seconds=20):
        try:
            return desk.wait_for("a notification", lambda: self.matching(summary, body, since), seconds)[-1]
        except desk.DeskError as error:
            raise desk.DeskError(f'{error} like "{summary}" / "{body}"; there were {self.all}') from None

    def wait_until_closed(self, notice, seconds=20):
        return desk.wait_for(f"{notice} to be withdrawn", lambda: notice.closed, seconds)

    def press(self, notice, action):
        """The button with this key or label, in the daemon."""
        key = next((key for key, label in notice.actions.items() if action in (key, label)), None)
        if key is None:
            raise desk.DeskError(f"{notice} has no button {action!r}")
        before = len(notice.invoked)
        with open(os.path.join(os.environ["QCC_STAGE"], "action"), "w", encoding="utf-8") as file:
            file.write(f"[{notice.id},{key}]")
        desk.run("dunstctl", "context")
        desk.wait_for(f"{notice} to tell of {key}", lambda: len(notice.invoked) > before)


def shown_count():
    """How many the daemon shows now."""
    return int(desk.run("dunstctl", "count", "displayed"))
