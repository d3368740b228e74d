# SPDX-License-Identifier: GPL-3.0-or-later
"""Claude Code is led to QCC and back by the window, and its sessions are moved there. The settings are a temporary
folder's (CLAUDE_CONFIG_DIR); Claude Code itself is not needed."""
import json
import os
import signal
import subprocess
import unittest
import urllib.request

import desk
import notices
import tray
import widgets
from tst_desktop import PROGRAM, Desktop, click_button, click_on

BEFORE = b'{\n   "model": "opus",\n   "env": { "FOO": "b\xc3\xa4r" },\n\t"permissions": {}\n}'
SWITCH = "Claude Code uses QCC"


def own_windows():
    """Menus among them, which are unknown to the accessibility bus."""
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", PROGRAM], capture_output=True, text=True,
                          timeout=30)
    return sorted(done.stdout.split())


class WithClaude(Desktop):
    def setUp(self):
        super().setUp()
        folder = os.path.join(self.world.home, "claude-settings")
        os.mkdir(folder)
        self.file = os.path.join(folder, "settings.json")
        self.world.environment["CLAUDE_CONFIG_DIR"] = folder
        self.write(BEFORE)

    def write(self, text):
        with open(self.file, "wb") as file:
            file.write(text)

    def text(self):
        with open(self.file, "rb") as file:
            return file.read()

    def variables(self):
        return json.loads(self.text())["env"]

    def wait_until_connected(self):
        url = self.world.wait_until_running()["listen_url"]
        desk.wait_for("our address in the settings",
                      lambda: self.variables().get("ANTHROPIC_BASE_URL") == url)
        self.assertEqual(self.variables()["ANTHROPIC_AUTH_TOKEN"], self.world.token())

    def wait_until_put_back(self):
        desk.wait_for("the settings to be as before", lambda: self.text() == BEFORE)

    def switch_on(self):
        click_on(widgets.await_widget(PROGRAM, "check box", SWITCH))
        self.wait_until_connected()


class Takeover(WithClaude):
    def test_the_window_connects_and_the_tray_puts_back(self):
        self.open()
        self.switch_on()
        self.assertEqual(self.variables()["FOO"], "bär")
        item = tray.find(PROGRAM)
        desk.wait_for("the tray to know", lambda: item.wait_for_entry(SWITCH).is_checked)
        item.click(SWITCH)
        self.wait_until_put_back()

    def test_quitting_puts_back_and_the_next_start_connects(self):
        self.open()
        self.switch_on()
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.process.wait(20), 0)
        self.assertEqual(self.text(), BEFORE)
        self.open()
        self.wait_until_connected()
        desk.key("ctrl+q")
        self.assertEqual(self.process.wait(20), 0)
        self.assertEqual(self.text(), BEFORE)

    def test_what_a_kill_left_is_mended_by_the_next_start(self):
        self.open()
        self.switch_on()
        self.process.kill()
        self.process.wait(20)
        self.assertNotEqual(self.text(), BEFORE)
        self.open()
        self.wait_until_connected()  # at the address of now
        desk.key("ctrl+q")
        self.assertEqual(self.process.wait(20), 0)
        self.assertEqual(self.text(), BEFORE)

    def test_another_hand_is_shown_and_left_alone(self):
        self.open()
        self.switch_on()
        ours = self.variables()["ANTHROPIC_BASE_URL"].encode()
        self.write(self.text().replace(ours, b"https://other.example.com"))
        widgets.await_widget(PROGRAM, "label", "Another program, or a hand")
        click_button("Details…")
        widgets.await_widget(PROGRAM, "dialog", "Claude Code")
        click_button("Leave these edits and disconnect")
        desk.wait_for("only the edit to stay", lambda: "ANTHROPIC_AUTH_TOKEN" not in self.variables())
        self.assertEqual(self.variables()["ANTHROPIC_BASE_URL"], "https://other.example.com")

    def test_a_proxy_that_is_off_is_told(self):
        self.open()
        self.switch_on()
        click_on(widgets.await_widget(PROGRAM, "check box", "Proxy"))
        widgets.await_widget(PROGRAM, "label", "Claude Code uses QCC, but meets nobody")
        click_button("Put its settings back")
        self.wait_until_put_back()


    def test_a_proxy_that_is_stopped_from_the_tray_is_told(self):
        listener = notices.Listener()
        self.open()
        self.switch_on()
        item = tray.find(PROGRAM)
        item.activate()
        desk.wait_for_no_window("^QCC$")
        item.click("Stop the proxy")
        listener.wait_for("QCC", "meets nobody")
        item.click(SWITCH)
        self.wait_until_put_back()


class Sessions(WithClaude):
    def ask(self, session):
        body = json.dumps({"model": "claude-sonnet-4-5", "max_tokens": 64,
                           "messages": [{"role": "user", "content": f"Hello from {session}"}]}).encode()
        request = urllib.request.Request(self.world.status()["listen_url"] + "/v1/messages", data=body, headers={
            "authorization": f"Bearer {self.world.token()}", "content-type": "application/json",
            "x-claude-code-session-id": session})
        urllib.request.urlopen(request, timeout=30).read()

    def place_of(self, session):
        listed = json.loads(self.world.qcc("sessions", "--json"))["sessions"]
        return next((one["config"] for one in listed if one["id"].startswith(session)), None)

    def test_a_session_is_moved_in_the_window(self):
        self.open()
        self.world.wait_until_active("production")
        desk.key("ctrl+4")
        self.ask("5f1c2d3e-0000-4000-8000-000000000001")
        click_on(widgets.await_widget(PROGRAM, "check box", "Sessions"))
        click_on(widgets.await_widget(PROGRAM, "table cell", "5f1c2d3e"))
        before = own_windows()
        click_button("Move to")
        desk.wait_for("the menu", lambda: own_windows() != before)
        desk.key("Down", "Down", "Return")  # production, backup
        desk.wait_for("the session at backup", lambda: self.place_of("5f1c2d3e") == "backup")
        self.ask("5f1c2d3e-0000-4000-8000-000000000001")
        click_button("Let the rules decide")
        desk.wait_for("the session at production", lambda: self.place_of("5f1c2d3e") == "production")


if __name__ == "__main__":
    unittest.main()
