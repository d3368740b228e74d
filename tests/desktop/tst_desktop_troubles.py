# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around QCC: providers that come and go, files that are broken, a port that is taken, a panel that
comes late or ends."""
import json
import os
import shutil
import socket
import subprocess
import unittest

import desk
import notices
import tray
import widgets
from tst_desktop import PROGRAM, Desktop, card, click_button


class Telling(Desktop):
    """What the notifications say, and do."""

    def test_a_recovery_replaces_the_failover(self):
        self.world.qcc("priority", "policy", "--auto-recovery")
        listener = notices.Listener()
        self.open()
        self.world.wait_until_active("production")
        self.world.providers["production"].fault("503")
        failover = listener.wait_for("Failover to backup")
        self.world.wait_until_active("backup")
        self.world.providers["production"].fault("none")
        recovery = listener.wait_for("Back on production", seconds=60)
        self.world.wait_until_active("production")
        self.assertTrue(recovery.replaces == failover.id or listener.wait_until_closed(failover))
        self.assertEqual(notices.shown_count(), 1)

    def test_pause_and_why_work_from_the_notification(self):
        listener = notices.Listener()
        self.open()
        self.world.wait_until_active("production")
        self.world.providers["production"].fault("503")
        notice = listener.wait_for("Failover to backup")
        listener.press(notice, "Why?")
        widgets.await_widget(PROGRAM, "label", "Why it is so")
        self.world.providers["production"].fault("none")
        listener.press(self.shown_again(listener, notice), "Pause")
        desk.wait_for("automation to be paused", lambda: self.policy()["auto_failover_enabled"] is False)

    def shown_again(self, listener, notice):
        """A daemon may close what was pressed: then another failover is needed to have a button."""
        desk.pump(0.2)
        if not notice.closed:
            return notice
        before = len(listener.all)
        self.world.qcc("priority", "release")
        self.world.qcc("priority", "switch", "production")
        self.world.providers["production"].fault("503")
        return listener.wait_for("Failover to backup", since=before, seconds=40)

    def policy(self):
        return json.loads(self.world.qcc("priority", "policy", "--json"))

    def test_a_rejected_key_is_told_once(self):
        listener = notices.Listener()
        self.open()
        self.world.wait_until_active("production")
        self.world.providers["production"].fault("401")
        listener.wait_for("Key rejected")
        self.world.wait_until_active("backup")
        listener.wait_for("Failover to backup")
        self.assertEqual(len(listener.matching("Key rejected")), 1)

    def test_what_is_silenced_is_not_told(self):
        with open(os.path.join(self.world.home, "desktop.json"), "w", encoding="utf-8") as file:
            json.dump({"silenced": ["failover"]}, file)
        listener = notices.Listener()
        self.open()
        self.world.wait_until_active("production")
        self.world.providers["production"].fault("401")
        self.world.wait_until_active("backup")
        listener.wait_for("Key rejected")
        self.assertEqual(listener.matching("Failover"), [])


class Mending(Desktop):
    def priority_file(self):
        return os.path.join(self.world.home, "priority_config.json")

    def break_settings(self):
        shutil.copy(self.priority_file(), self.priority_file() + ".good")
        with open(self.priority_file(), "a", encoding="utf-8") as file:
            file.write("oops")

    def is_written_down(self):
        with open(self.priority_file(), encoding="utf-8") as file:
            return json.load(file).get("current_active_config") == "production"

    def mend_settings(self):
        os.replace(self.priority_file() + ".good", self.priority_file())

    def test_a_taken_port_is_tried_again(self):
        taken = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(taken.close)
        port = taken.getsockname()[1]
        self.process = self.world.start("qcc-desktop", "--listen", f"127.0.0.1:{port}")
        desk.activate(desk.wait_for_window("^QCC$"))
        widgets.await_widget(PROGRAM, "label", f"Another program listens on 127.0.0.1:{port}")
        taken.close()
        click_button("Try again")
        desk.wait_for("the proxy to serve", lambda: self.world.status()["serving"])

    def test_broken_settings_are_told_and_used_when_mended(self):
        self.world.qcc("priority", "list")  # writes them
        self.break_settings()
        self.process = self.world.desktop()
        desk.activate(desk.wait_for_window("^QCC$"))
        widgets.await_widget(PROGRAM, "label", f"{self.priority_file()} is broken")
        self.mend_settings()
        self.world.wait_until_running()  # nobody has to say so
        card("production")

    def test_settings_broken_while_running_stay_in_force(self):
        self.open()
        desk.wait_for("the active config to be written down", self.is_written_down)
        self.break_settings()
        widgets.await_widget(PROGRAM, "label", "The last good settings stay in force")
        self.assertEqual(self.world.active(), "production")
        self.mend_settings()
        desk.wait_for("the message to go", lambda: not widgets.find_all(
            PROGRAM, "label", "The last good settings stay in force"))

    def test_broken_preferences_do_not_keep_it_from_starting(self):
        with open(os.path.join(self.world.home, "desktop.json"), "w", encoding="utf-8") as file:
            file.write("{ oops")
        self.open()
        card("production")
        self.assertTrue(self.world.status()["serving"])


class Panel(Desktop):
    """A panel that comes and goes; at last there is one again."""

    def setUp(self):
        super().setUp()
        self.addCleanup(self.ensure_panel)

    def ensure_panel(self):
        if not desk.name_has_owner(tray.WATCHER):
            subprocess.Popen(["xfce4-panel", "--disable-wm-check"], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
        desk.wait_for("the tray to be there", lambda: desk.name_has_owner(tray.WATCHER), 20)

    def end_panel(self):
        desk.run("xfce4-panel", "--quit")
        desk.wait_for("the tray to be gone", lambda: not desk.name_has_owner(tray.WATCHER), 20)

    def comes_forward(self):
        """What a task bar does; a window that is shown nowhere stays away."""
        desk.wait_for_no_window("^QCC$")

        def is_there():
            for window in desk.run("xdotool", "search", "--name", "^QCC$").split():
                subprocess.run(["xdotool", "windowactivate", window], capture_output=True, timeout=30)
            return desk.windows("^QCC$")
        desk.wait_for("the window to come out of the task bar", is_there, 20)

    def test_one_that_starts_a_moment_later_gets_the_icon(self):
        self.end_panel()
        self.process = self.world.desktop("--hidden")
        self.ensure_panel()
        tray.find(PROGRAM).activate()
        desk.wait_for_window("^QCC$")

    def test_a_hidden_window_comes_back_when_the_panel_ends(self):
        self.open()
        tray.find(PROGRAM)
        desk.close(self.window)
        desk.wait_for_no_window("^QCC$")
        self.end_panel()
        self.comes_forward()

    def test_without_one_closing_minimises_and_says_so_once(self):
        self.end_panel()
        self.open()
        # Until the tray is given up for lost.
        desk.wait_for("no way to hide", self.closing_is_explained, 20)
        click_button("Minimise")
        self.comes_forward()
        desk.close(self.window)
        self.comes_forward()
        self.assertIsNone(self.process.poll())

    def closing_is_explained(self):
        if not widgets.find_all(PROGRAM, "push button", "Minimise"):
            desk.close(self.window)
        return widgets.await_widget(PROGRAM, "push button", "Minimise")


if __name__ == "__main__":
    unittest.main(verbosity=2)
