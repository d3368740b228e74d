# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person changes in the window: the board's order, a config, the settings. Seen by `qcc` and on the disk."""
import json
import os
import shutil
import socket
import unittest
import urllib.error
import urllib.request

import desk
import widgets
import world
from tst_desktop import PROGRAM, Desktop, card, click_button, click_on


def button(name, role="push button"):
    """The one with exactly that name."""
    return desk.wait_for(f"a button {name}", lambda: [
        found for found in widgets.find_all(PROGRAM, role, name) if found.get_name() == name])[0]


def hold_at(start, end):
    """Drags there in small moves, and does not let go."""
    desk.run("xdotool", "mousemove", *map(str, start), "sleep", "0.05", "mousedown", "1")
    for step in range(1, 11):
        point = [start[i] + (end[i] - start[i]) * step // 10 for i in (0, 1)]
        desk.run("xdotool", "mousemove", *map(str, point), "sleep", "0.03")


def wait_until_still(node):
    places = []

    def is_still():
        places.append(widgets.place(node))
        desk.pump(0.1)
        return len(places) > 1 and places[-1] == places[-2]
    desk.wait_for("it to be still", is_still)


class Arranging(Desktop):
    def add_resellers(self, count):
        for i in range(count):
            self.world.qcc("add", f"reseller-{i}", "--url", f"http://127.0.0.1:{9000 + i}", "--priority",
                           "secondary", "--key-stdin", given="sk-test-reseller")

    def test_keys_work_at_once(self):
        self.open()
        card("production")
        desk.key("Down", "alt+Right")
        desk.wait_for("production to be secondary", lambda: "production" in self.world.groups()["secondary"])

    def test_several_cards_are_dragged_and_undone_at_once(self):
        self.add_resellers(2)
        self.open()
        click_on(card("backup"))
        desk.key("shift+Down", "shift+Down")
        x, y, width, height = widgets.place(widgets.await_widget(PROGRAM, "list", "Fallback"))
        # Not the card that was clicked: a press there would be the second of a double click.
        desk.drag(widgets.centre(card("reseller-0")), (x + width // 2, y + height - 12))
        desk.wait_for("three more in Fallback", lambda: self.world.groups()["fallback"] == [
            "emergency", "backup", "reseller-0", "reseller-1"])
        desk.key("ctrl+z")
        desk.wait_for("the drag to be undone", lambda: self.world.groups()["secondary"] == [
            "backup", "reseller-0", "reseller-1"])
        desk.key("ctrl+shift+z")
        desk.wait_for("the drag to be done again", lambda: len(self.world.groups()["fallback"]) == 4)

    def test_a_drag_that_rests_at_the_edge_scrolls(self):
        self.add_resellers(9)
        self.open()
        seen = card("reseller-0")
        top = widgets.place(seen)[1]
        x, y, width, height = widgets.place(widgets.await_widget(PROGRAM, "list", "Secondary"))
        hold_at(widgets.centre(card("production")), (x + width // 2, y + height - 6))
        try:
            desk.wait_for("the list to scroll", lambda: widgets.place(seen)[1] < top - height, 20)
            wait_until_still(seen)
            desk.run("xdotool", "mousemove", str(x + width // 2), str(y + height - 8), "sleep", "0.05")
        finally:
            desk.run("xdotool", "mouseup", "1")
        desk.wait_for("production to be the last", lambda: self.world.groups()["secondary"][-1] == "production")

    def test_why_is_explained_until_it_is_put_away(self):
        self.open()
        self.world.wait_until_active("production")
        click_on(button("Why?", "check box"))
        widgets.await_widget(PROGRAM, "label", "production works")
        desk.key("Escape")
        desk.wait_for("the panel to go", lambda: not widgets.find_all(PROGRAM, "label", "Why it is so"))

    def test_a_config_that_changes_elsewhere_is_not_overwritten(self):
        self.open()
        click_on(card("backup"))
        desk.key("Return")
        widgets.await_widget(PROGRAM, "dialog", "Edit backup")
        click_on(widgets.await_widget(PROGRAM, "text", "Description"))
        desk.type_text("typed here")
        self.world.qcc("edit", "backup", "--description", "from the terminal")
        click_button("Load the new state")
        click_on(widgets.await_widget(PROGRAM, "text", "Description"))
        desk.key("End")
        desk.type_text(" and here")
        desk.key("Return")
        desk.wait_for("both changes", lambda: "from the terminal and here" in self.world.qcc("show", "backup"))


class Settling(Desktop):
    def open_section(self, name):
        self.open()
        desk.key("ctrl+5")
        click_on(button(name, "check box"))

    def ask(self, token):
        """The status of an answer to somebody with that token."""
        request = urllib.request.Request(self.world.status()["listen_url"] + "/v1/models",
                                         headers={"authorization": f"Bearer {token}"})
        try:
            return urllib.request.urlopen(request, timeout=10).status
        except urllib.error.HTTPError as error:
            return error.code

    def test_a_switch_of_the_policy_is_in_force_at_once(self):
        self.open_section("Policy")
        self.assertRegex(self.world.qcc("priority", "policy"), r"auto-recovery +off")
        click_on(button("Automatic recovery", "check box"))
        desk.wait_for("recovery to be on",
                      lambda: " on " in self.world.qcc("priority", "policy").splitlines()[1])

    def test_a_taken_port_is_told_and_a_free_one_taken(self):
        self.open_section("Proxy")
        before = self.world.status()["listen_url"]
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen(1)
            port = other.getsockname()[1]
            click_on(widgets.await_widget(PROGRAM, "spin button", "Port"))
            desk.key("ctrl+a")
            desk.type_text(str(port))
            desk.key("Tab")
            click_on(button("Apply"))
            widgets.await_widget(PROGRAM, "label", f"Another program listens on 127.0.0.1:{port}")
            self.assertEqual(self.world.status()["listen_url"], before)
        click_on(button("Apply"))
        desk.wait_for("the new address", lambda: self.world.status()["listen_url"].endswith(f":{port}"))
        self.assertTrue(self.world.status()["serving"])

    def test_a_renewed_token_locks_out_the_old(self):
        self.open_section("Proxy")
        old = self.world.token()
        self.assertEqual(self.ask(old), 200)
        click_on(button("Renew…"))
        click_on(button("Renew"))
        desk.wait_for("another token", lambda: self.world.token() != old)
        self.assertEqual(self.ask(old), 401)
        self.assertEqual(self.ask(self.world.token()), 200)

    def test_start_at_login_is_an_entry_of_the_desktop(self):
        self.open_section("Start")
        entry = os.path.join(os.environ["HOME"], ".config", "autostart", "qcc.desktop")
        switch = button("Start at login", "check box")
        click_on(switch)
        desk.wait_for("the entry", lambda: os.path.exists(entry))
        with open(entry, encoding="utf-8") as file:
            self.assertIn("--hidden", file.read())
        click_on(switch)
        desk.wait_for("no entry", lambda: not os.path.exists(entry))

    def test_what_was_exported_is_imported_elsewhere(self):
        path = os.path.join(os.environ["QCC_STAGE"], "exported.json")
        self.open_section("Data")
        click_on(button("Export settings"))
        widgets.await_widget(PROGRAM, "dialog", "Export settings")
        desk.key("ctrl+a")
        desk.type_text(path)
        desk.key("Return")
        desk.wait_for("the file", lambda: os.path.exists(path))
        with open(path, encoding="utf-8") as file:
            self.assertNotIn("sk-test", file.read())
        self.process.terminate()
        self.process.wait(40)

        self.world = world.World(configured=False)
        self.addCleanup(self.world.end)
        self.open()
        click_button("Import a file")
        widgets.await_widget(PROGRAM, "dialog", "Import settings")
        desk.type_text(path)
        desk.key("Return")
        click_button("Import 3 configs")
        desk.wait_for("the configs", lambda: self.world.groups() == {
            "primary": ["production"], "secondary": ["backup"], "fallback": ["emergency"], "disabled": []})


class Importing(Desktop):
    """What comes from elsewhere: shown first, and on the board once a person wants it."""

    LINK = ("qcc://import?name=from%20a%20link&url=https%3A%2F%2Fgateway.example&key=sk-test-of-a-link"
            "&auth=bearer")

    def names(self):
        return [name for group in self.world.groups().values() for name in group]

    def test_a_link_reaches_the_open_window_and_is_added_when_wanted(self):
        self.open()
        second = self.world.desktop(self.LINK)
        self.assertEqual(second.wait(30), 0)
        widgets.await_widget(PROGRAM, "dialog", "Import")
        widgets.await_widget(PROGRAM, "label", "Somebody offers this by a link")
        self.assertNotIn("from a link", self.names())
        click_button("Import 1 config")
        card("from a link")
        self.assertIn("gateway.example", self.world.qcc("show", "from a link"))
        with open(os.path.join(self.world.home, "secrets.json"), encoding="utf-8") as file:
            self.assertIn("sk-test-of-a-link", file.read())

    def test_a_link_that_starts_the_program_is_shown_too(self):
        self.world.desktop(self.LINK)
        self.world.wait_until_running()
        widgets.await_widget(PROGRAM, "dialog", "Import")
        desk.key("Escape")
        desk.wait_for("the dialog to go", lambda: not widgets.find_all(PROGRAM, "dialog", "Import"))
        self.assertNotIn("from a link", self.names())

    def test_what_other_applications_have_is_offered_to_a_newcomer(self):
        folder = os.path.join(os.environ["HOME"], ".ccNexus")
        os.makedirs(folder)
        self.addCleanup(shutil.rmtree, folder)
        with open(os.path.join(folder, "config.json"), "w", encoding="utf-8") as file:
            json.dump({"endpoints": [{"name": "Mirror", "apiUrl": "https://mirror.example",
                                      "apiKey": "sk-test-of-a-mirror"}]}, file)
        self.world.end()
        self.world = world.World(configured=False)
        self.addCleanup(self.world.end)
        self.open()
        click_button("Import from ccNexus")
        click_button("Import 1 config")
        card("Mirror")
        self.assertEqual(self.world.groups()["primary"], ["Mirror"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
