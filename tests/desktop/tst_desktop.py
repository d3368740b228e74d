# SPDX-License-Identifier: GPL-3.0-or-later
"""QCC as a person meets it: window, tray and notifications on a desktop with real parts, driven by mouse and keyboard."""
import json
import os
import signal
import subprocess
import unittest

import desk
import notices
import tray
import widgets
import world

PROGRAM = "qcc"  # as the accessibility bus and the tray know it


def card(name):
    return widgets.await_widget(PROGRAM, "list item", name)


def click_on(node):
    desk.click(*widgets.centre(node))


def click_button(name, role="push button"):
    click_on(widgets.await_widget(PROGRAM, role, name))


class Desktop(unittest.TestCase):
    """With three simulated providers and the window open."""

    configured = True
    sim_options = ()

    def setUp(self):
        self.world = world.World(self.configured, self.sim_options)
        self.addCleanup(self.world.end)
        self.addCleanup(self.take_picture_of_failure)

    def take_picture_of_failure(self):
        folder = os.environ.get("QCC_PICTURES")
        if folder and any(error for _test, error in getattr(self._outcome, "errors", [])):
            desk.screenshot(os.path.join(folder, f"{self.id()}.png"))

    def open(self, *arguments, **environment):
        self.process = self.world.desktop(*arguments, **environment)
        self.world.wait_until_running()
        self.window = desk.wait_for_window("^QCC$")
        desk.activate(self.window)
        return self.window


class Board(Desktop):
    def test_a_card_is_dragged_to_another_group_and_back(self):
        self.open()
        target = widgets.await_widget(PROGRAM, "list", "Secondary")
        x, y, width, height = widgets.place(target)
        desk.drag(widgets.centre(card("production")), (x + width // 2, y + height - 12))
        desk.wait_for("production to be secondary",
                      lambda: self.world.groups()["secondary"] == ["backup", "production"])
        self.assertEqual(self.world.groups()["primary"], [])
        desk.key("ctrl+z")
        desk.wait_for("the drag to be undone", lambda: self.world.groups()["primary"] == ["production"])

    def test_a_drop_above_another_card_comes_before_it(self):
        self.open()
        x, y, width, _height = widgets.place(card("backup"))
        desk.drag(widgets.centre(card("emergency")), (x + width // 2, y + 4))
        desk.wait_for("emergency before backup",
                      lambda: self.world.groups()["secondary"] == ["emergency", "backup"])

    def test_escape_ends_a_drag_without_a_change(self):
        self.open()
        before = self.world.groups()
        start = widgets.centre(card("production"))
        end = widgets.centre(widgets.await_widget(PROGRAM, "list", "Fallback"))
        desk.run("xdotool", "mousemove", *map(str, start), "mousedown", "1",
                 "mousemove", *map(str, (start[0] + 30, start[1])), "sleep", "0.05",
                 "mousemove", *map(str, end), "sleep", "0.05", "key", "Escape", "mouseup", "1")
        desk.key("ctrl+2")  # the window answers as before
        desk.wait_for_window("Health")
        self.assertEqual(self.world.groups(), before)

    def test_the_keyboard_moves_a_card(self):
        self.open()
        click_on(card("production"))
        desk.key("alt+Right")
        desk.wait_for("production to be secondary", lambda: "production" in self.world.groups()["secondary"])

    def test_what_another_terminal_does_is_seen_at_once(self):
        self.open()
        self.world.qcc("priority", "set", "emergency", "primary")
        primary = widgets.place(widgets.await_widget(PROGRAM, "list", "Primary"))
        desk.wait_for("the card to move",
                      lambda: abs(widgets.place(card("emergency"))[0] - primary[0]) < primary[2] // 2)


class Tray(Desktop):
    def test_the_menu_switches_and_releases(self):
        self.open()
        item = tray.find(PROGRAM)
        # A label may say more than the name.
        label = next(label for label, _more in item.labels() if label.startswith("backup"))
        item.click(label)
        self.world.wait_until_active("backup")
        desk.wait_for("the mark to move", lambda: next(
            entry for entry in tray.find(PROGRAM).menu() if entry.label.startswith("backup")).is_checked)
        self.assertTrue(self.world.status()["failover"]["pinned"])
        desk.wait_for("a way to release the pin", lambda: [
            label for label, _more in tray.find(PROGRAM).labels() if label.startswith("Release")])
        item.click(next(label for label, _more in item.labels() if label.startswith("Release")))
        desk.wait_for("the pin to be released", lambda: not self.world.status()["failover"]["pinned"])

    def test_a_click_hides_and_shows_the_window(self):
        self.open()
        item = tray.find(PROGRAM)
        item.activate()
        desk.wait_for_no_window("^QCC$")
        item.activate()
        desk.wait_for_window("^QCC$")

    def test_closing_hides_into_the_tray_and_tells_once(self):
        listener = notices.Listener()
        self.open()
        tray.find(PROGRAM)
        desk.close(self.window)
        desk.wait_for_no_window("^QCC$")
        listener.wait_for("keeps running")
        self.assertIsNone(self.process.poll())
        tray.find(PROGRAM).activate()
        desk.close(desk.wait_for_window("^QCC$"))
        desk.wait_for_no_window("^QCC$")
        self.assertEqual(len(listener.matching("keeps running")), 1)

    def test_a_click_only_hides_where_closing_quits(self):
        with open(os.path.join(self.world.home, "desktop.json"), "w", encoding="utf-8") as file:
            json.dump({"window": {"closes_to_tray": False}}, file)
        self.open()
        item = tray.find(PROGRAM)
        item.activate()
        desk.wait_for_no_window("^QCC$")
        item.activate()
        desk.close(desk.wait_for_window("^QCC$"))
        self.assertEqual(self.process.wait(30), 0)

    def test_the_proxy_is_stopped_and_started_from_the_menu(self):
        self.open()
        self.world.wait_until_active("production")
        item = tray.find(PROGRAM)
        desk.wait_for("the tray to know it", lambda: "production" in " ".join(item.tool_tip))
        before = item.icon_hash()
        item.click("Stop the proxy")
        desk.wait_for("the proxy to be off", lambda: not self.world.status()["serving"])
        desk.wait_for("another icon", lambda: item.icon_hash() != before)
        item.click("Start the proxy")
        desk.wait_for("the proxy to be on", lambda: self.world.status()["serving"])
        desk.wait_for("the icon of before", lambda: item.icon_hash() == before)

    def test_quit_ends_it(self):
        self.open()
        tray.find(PROGRAM).click("Quit…")
        self.assertEqual(self.process.wait(30), 0)


class Failover(Desktop):
    def test_the_primary_breaks_a_notification_comes_and_leads_back(self):
        listener = notices.Listener()
        self.open()
        self.world.wait_until_active("production")
        item = tray.find(PROGRAM)
        well = item.icon_hash()
        self.world.providers["production"].fault("503")
        notice = listener.wait_for("[Ff]ailover")
        self.assertIn("backup", notice.summary + notice.body)
        self.assertIn("Switch back", notice.actions.values())
        self.assertNotIn("sk-test", notice.summary + notice.body)
        self.world.wait_until_active("backup")
        desk.wait_for("another icon", lambda: item.icon_hash() != well)
        self.assertIn("backup", " ".join(item.tool_tip))
        self.world.providers["production"].fault("none")
        listener.press(notice, "Switch back")
        self.world.wait_until_active("production")
        listener.wait_until_closed(notice)

    def test_all_down_is_told_and_withdrawn(self):
        listener = notices.Listener()
        self.open()
        self.world.wait_until_active("production")
        for provider in self.world.providers.values():
            provider.fault("503")
        notice = desk.wait_for("a critical notice", lambda: [
            shown for shown in listener.matching() if shown.urgency == "critical"], 40)[-1]
        for provider in self.world.providers.values():
            provider.fault("none")
        listener.wait_until_closed(notice, 40)


    def test_no_notice_outlives_the_program(self):
        listener = notices.Listener()
        self.open()
        self.world.wait_until_active("production")
        for provider in self.world.providers.values():
            provider.fault("503")
        notice = desk.wait_for("a critical notice", lambda: [
            shown for shown in listener.matching() if shown.urgency == "critical"], 40)[-1]
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.process.wait(40), 0)
        listener.wait_until_closed(notice)
        self.assertEqual(notices.shown_count(), 0)


class Starting(Desktop):
    def test_a_second_start_brings_the_first_forward(self):
        self.open()
        item = tray.find(PROGRAM)
        item.activate()
        desk.wait_for_no_window("^QCC$")
        second = self.world.desktop()
        self.assertEqual(second.wait(20), 0)
        desk.wait_for_window("^QCC$")
        self.assertIsNone(self.process.poll())

    def test_it_attaches_to_a_headless_instance_and_leaves_it_running(self):
        headless = self.world.start("qcc", "proxy", "start", "--listen", "127.0.0.1:0")
        pid = self.world.wait_until_running()["pid"]
        self.process = self.world.desktop()
        window = desk.wait_for_window("^QCC$")
        card("production")
        desk.activate(window)
        desk.key("ctrl+q")
        self.assertEqual(self.process.wait(30), 0)
        self.assertIsNone(headless.poll())
        self.assertEqual(self.world.status()["pid"], pid)

    def test_it_takes_over_when_the_headless_instance_ends(self):
        headless = self.world.start("qcc", "proxy", "start", "--listen", "127.0.0.1:0")
        self.world.wait_until_running()
        self.process = self.world.desktop()
        desk.wait_for_window("^QCC$")
        card("production")
        headless.send_signal(signal.SIGTERM)
        headless.wait(40)
        click_button("Start it here")
        self.assertEqual(self.world.wait_until_running()["pid"], self.process.pid)

    def test_a_home_that_cannot_be_used_is_told_in_sight(self):
        nowhere = os.path.join(self.world.home, "configs.json", "home")
        process = self.world.desktop(QCC_HOME=nowhere)
        desk.activate(desk.wait_for_window("^QCC$"))
        self.assertIsNone(process.poll())
        desk.key("Escape")
        self.assertEqual(process.wait(20), 1)

    def test_signals_end_it_well(self):
        self.open()
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.process.wait(40), 0)

    def test_it_runs_without_any_bus(self):
        self.process = self.world.desktop(DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere/bus")
        self.world.wait_until_running()
        desk.wait_for_window("^QCC$")
        self.assertTrue(self.world.status()["serving"])

    def test_hidden_it_is_only_in_the_tray(self):
        self.process = self.world.desktop("--hidden")
        self.world.wait_until_running()
        item = tray.find(PROGRAM)
        self.assertEqual(desk.windows("^QCC$"), [])
        item.activate()
        desk.wait_for_window("^QCC$")


class Quitting(Desktop):
    sim_options = ("--events", "200", "--interval", "50ms")

    def test_running_streams_are_asked_about(self):
        self.open()
        answer = self.world.stream()
        self.addCleanup(answer.close)
        desk.wait_for("the stream to be seen", lambda: self.world.status()["running_requests"] == 1)
        desk.pump(0.5)  # the window is told ten times a second
        desk.activate(self.window)
        desk.key("ctrl+q")
        click_button("Cancel")
        self.assertIsNone(self.process.poll())
        desk.activate(self.window)
        desk.key("ctrl+q")
        click_button("Let them finish")
        whole = answer.read()
        self.assertIn(b"message_stop", whole)
        self.assertEqual(self.process.wait(40), 0)


    def test_a_signal_does_not_wait_for_an_answer(self):
        self.open()
        answer = self.world.stream()
        self.addCleanup(answer.close)
        desk.wait_for("the stream to be seen", lambda: self.world.status()["running_requests"] == 1)
        desk.pump(0.5)  # the window is told ten times a second
        desk.activate(self.window)
        desk.key("ctrl+q")
        desk.wait_for_window("Quit QCC")
        self.process.send_signal(signal.SIGTERM)
        desk.wait_for_no_window("Quit QCC")
        self.assertIn(b"message_stop", answer.read())
        self.assertEqual(self.process.wait(40), 0)

    def test_a_start_while_it_ends_is_not_lost(self):
        self.open()
        answer = self.world.stream()
        self.addCleanup(answer.close)
        desk.wait_for("the stream to be seen", lambda: self.world.status()["running_requests"] == 1)
        self.process.send_signal(signal.SIGTERM)
        desk.wait_for_no_window("^QCC$")
        second = self.world.desktop()
        self.assertEqual(second.wait(20), 0)
        self.assertIn(b"message_stop", answer.read())
        self.assertEqual(self.process.wait(40), 0)
        window = desk.wait_for_window("^QCC$")
        self.assertNotEqual(self.world.wait_until_running()["pid"], self.process.pid)
        desk.activate(window)
        desk.key("ctrl+q")
        desk.wait_for("it to end", lambda: not os.path.exists(os.path.join(self.world.home, "control.sock")))


class WithoutTray(Desktop):
    """The last of its stage: the panel does not come back."""

    def test_a_hidden_start_is_found_in_the_task_bar(self):
        desk.run("xfce4-panel", "--quit")
        desk.wait_for("the tray to be gone", lambda: not desk.name_has_owner(tray.WATCHER))
        self.process = self.world.desktop("--hidden")
        self.world.wait_until_running()
        desk.wait_for("the window to come out of the task bar", self.comes_forward, 20)

    def comes_forward(self):
        """What a task bar does; a window that is shown nowhere stays away."""
        found = subprocess.run(["xdotool", "search", "--name", "^QCC$"], capture_output=True, text=True, timeout=30)
        for window in found.stdout.split():
            subprocess.run(["xdotool", "windowactivate", window], capture_output=True, timeout=30)
        return desk.windows("^QCC$")


class FirstStart(Desktop):
    configured = False

    def test_a_newcomer_tries_the_simulation_and_breaks_a_provider(self):
        self.open()
        click_button("Try the simulation")
        card("production")
        click_button("Break production", "check box")
        widgets.await_widget(PROGRAM, "label", "Claude Code is served by backup", 60)
        click_button("End the simulation")
        widgets.await_widget(PROGRAM, "push button", "Try the simulation")
        self.assertEqual(self.world.groups()["primary"], [])

    def test_a_provider_is_added_by_hand(self):
        provider = world.Provider("mine")
        self.addCleanup(provider.end)
        self.open()
        click_button("Add a provider")
        click_on(widgets.await_widget(PROGRAM, "text", "Name"))
        desk.type_text("mine")
        click_on(widgets.await_widget(PROGRAM, "text", "Base URL"))
        desk.key("ctrl+a")
        desk.type_text(provider.url)
        click_on(widgets.await_widget(PROGRAM, "password text", "Key"))
        desk.type_text(provider.key)
        click_button("Test now")
        widgets.await_widget(PROGRAM, "label", "Reachable: yes")
        desk.key("Return")
        desk.wait_for("the config", lambda: "mine" in sum(self.world.groups().values(), []))
        card("mine")
        self.world.wait_until_active("mine")


if __name__ == "__main__":
    unittest.main(verbosity=2)
