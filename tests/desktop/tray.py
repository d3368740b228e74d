# SPDX-License-Identifier: GPL-3.0-or-later
"""Items of the tray, as the panel sees them: over org.kde.StatusNotifierWatcher, with their menus by
com.canonical.dbusmenu. Entries are found by their labels, for their ids change when a menu is rebuilt."""
import hashlib
import subprocess

import dbus

import desk

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


def watcher_items():
    """(bus name, object path) of each."""
    watcher = desk.session_bus().get_object(WATCHER, "/StatusNotifierWatcher")
    names = dbus.Interface(watcher, dbus.PROPERTIES_IFACE).Get(WATCHER, "RegisteredStatusNotifierItems")
    items = []
    for name in map(str, names):
        bus_name, slash, path = name.partition("/")
        items.append((bus_name, slash + path if slash else "/StatusNotifierItem"))
    return items


def find(text, seconds=15):
    """The item whose Id or Title has the text in it."""
    def look():
        for bus_name, path in watcher_items():
            item = Item(bus_name, path)
            try:
                if text.lower() in (item.get("Id") + "\n" + item.get("Title")).lower():
                    return item
            except dbus.DBusException:
                continue  # gone meanwhile
        return None
    return desk.wait_for(f'a tray item "{text}"', look, seconds)


class Item:
    def __init__(self, bus_name, path):
        self.bus_name = bus_name
        self.object = desk.session_bus().get_object(bus_name, path)

    def get(self, name):
        value = dbus.Interface(self.object, dbus.PROPERTIES_IFACE).Get(ITEM, name)
        return str(value) if isinstance(value, dbus.String) else value

    @property
    def status(self):
        """Passive, Active or NeedsAttention."""
        return self.get("Status")

    @property
    def tool_tip(self):
        """(title, text)"""
        _icon, _pixmaps, title, text = self.get("ToolTip")
        return str(title), str(text)

    def pixmaps(self):
        """{width: ARGB bytes in network order}"""
        return {int(width): bytes(data) for width, _height, data in self.get("IconPixmap")}

    def icon_hash(self):
        """Changes with the picture."""
        digest = hashlib.sha256()
        for width, data in sorted(self.pixmaps().items()):
            digest.update(str(width).encode() + data)
        return digest.hexdigest()

    def save_icon(self, path):
        """The largest, as PNG."""
        width, data = max(self.pixmaps().items())
        rgba = bytearray(len(data))
        for channel in range(4):
            rgba[channel::4] = data[(channel + 1) % 4::4]
        subprocess.run(["convert", "-size", f"{width}x{len(data) // 4 // width}", "-depth", "8", "rgba:-",
                        f"png:{path}"], input=bytes(rgba), check=True, timeout=30)

    def activate(self):
        """As a left click does."""
        dbus.Interface(self.object, ITEM).Activate(0, 0)

    def secondary_activate(self):
        dbus.Interface(self.object, ITEM).SecondaryActivate(0, 0)

    def menu(self):
        """Its entries, as they are now."""
        about = dbus.Interface(self._menu_object(), MENU)
        about.AboutToShow(0)
        _revision, root = about.GetLayout(0, -1, dbus.Array([], signature="s"))
        return [Entry(child) for child in root[2] if Entry(child).is_visible]

    def labels(self):
        """Each with those of its submenu behind it: [("Pin", ["for 1 hour", …]), …]"""
        return [(entry.label, [child.label for child in entry.children]) for entry in self.menu()
                if not entry.is_separator]

    def entry(self, *path):
        """The entry with these labels, from the first level on. A label that ends in "…" stands for all that
        begin like it."""
        entries = self.menu()
        found = None
        for label in path:
            found = next((entry for entry in entries if entry.fits(label)), None)
            if found is None:
                raise desk.DeskError(f'no "{label}" among {[entry.label for entry in entries]}')
            entries = found.children
        return found

    def wait_for_entry(self, *path, seconds=15):
        """As entry(), for one that comes with the next news: the menu follows a state that others see at once."""
        missing = None

        def look():
            nonlocal missing
            try:
                return self.entry(*path)
            except desk.DeskError as error:
                missing = error
                return None
        try:
            return desk.wait_for(f"the menu's entry {path}", look, seconds)
        except desk.DeskError:
            raise missing if missing is not None else desk.DeskError(f"no menu with {path}")

    def click(self, *path):
        entry = self.wait_for_entry(*path)
        if not entry.is_enabled:
            raise desk.DeskError(f'"{entry.label}" is disabled')
        dbus.Interface(self._menu_object(), MENU).Event(entry.id, "clicked", dbus.String("", variant_level=1),
                                                        dbus.UInt32(0))

    def _menu_object(self):
        return desk.session_bus().get_object(self.bus_name, self.get("Menu"))


class Entry:
    def __init__(self, layout):
        number, properties, children = layout
        self.id = int(number)
        # An underscore marks the access key; two stand for one.
        self.label = str(properties.get("label", "")).replace("__", "\0").replace("_", "").replace("\0", "_")
        self.is_separator = str(properties.get("type", "")) == "separator"
        self.is_enabled = bool(properties.get("enabled", True))
        self.is_visible = bool(properties.get("visible", True))
        self.toggle = str(properties.get("toggle-type", ""))
        self.is_checked = int(properties.get("toggle-state", 0)) == 1
        entries = [Entry(child) for child in children]
        self.children = [entry for entry in entries if entry.is_visible]

    def fits(self, label):
        if label == self.label:
            return True
        return len(label) > 1 and label.endswith("…") and self.label.startswith(label[:-1])

    def __repr__(self):
        return f"Entry({self.label!r})"
