# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that the desktop of stage.sh is one: its parts are there, and the helpers see what happens on it."""
import os
import subprocess
import unittest

import desk
import notices
import tray
import widgets


def notify(summary, body, actions="[]", replaces=0, hints="{}"):
    """As a program of the desktop would; the answer is the notification's id."""
    answer = desk.run("gdbus", "call", "--session", "--dest", notices.SERVICE,
                      "--object-path", "/org/freedesktop/Notifications",
                      "--method", notices.SERVICE + ".Notify",
                      "stage test", str(replaces), "", summary, body, actions, hints, "60000")
    return int(answer.strip("(),\n").split()[-1])


class Program:
    """A running program and the lines that it has written."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        self._read = b""

    @property
    def lines(self):
        self._read += self.process.stdout.read() or b""
        return self._read.decode().splitlines()

    def wait_for(self, line):
        desk.wait_for(f'the line "{line}"', lambda: line in self.lines)

    def end(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()


class Parts(unittest.TestCase):
    def test_the_panel_watches_the_tray(self):
        self.assertTrue(desk.name_has_owner("org.kde.StatusNotifierWatcher"))
        self.assertIsInstance(tray.watcher_items(), list)

    def test_the_home_is_the_stages_own(self):
        for variable in ("HOME", "XDG_RUNTIME_DIR"):
            self.assertTrue(os.environ[variable].startswith(os.environ["QCC_STAGE"]), variable)

    def test_a_picture_of_the_screen_can_be_taken(self):
        path = os.path.join(os.environ["QCC_STAGE"], "screen.png")
        desk.screenshot(path)
        self.assertEqual(desk.run("identify", "-format", "%wx%h", path).strip(), "1280x800")

    def test_the_screen_reader_bus_answers(self):
        self.assertIsNone(widgets.application("nobody"))


class Waiting(unittest.TestCase):
    def test_what_never_comes_is_told_after_the_deadline(self):
        with self.assertRaisesRegex(desk.DeskError, "waited 0.2 s for the moon"):
            desk.wait_for("the moon", lambda: False, 0.2)


class Notifications(unittest.TestCase):
    def setUp(self):
        self.listener = notices.Listener()

    def test_one_is_captured_with_its_buttons(self):
        number = notify("Failover to backup", "production is down", "['back', 'Switch back', 'why', 'Why']",
                        hints="{'urgency': <byte 2>}")
        notice = self.listener.wait_for("Failover")
        self.assertEqual(notice.id, number)
        self.assertEqual(notice.body, "production is down")
        self.assertEqual(notice.actions, {"back": "Switch back", "why": "Why"})
        self.assertEqual(notice.urgency, "critical")
        self.assertIsNone(notice.closed)
        self.listener.press(notice, "Why")
        self.assertEqual(notice.invoked, ["why"])
        with self.assertRaises(desk.DeskError):
            self.listener.press(notice, "Dance")

    def test_an_update_keeps_the_id_and_a_withdrawal_is_seen(self):
        number = notify("One", "1")
        first = self.listener.wait_for("One")
        self.assertEqual(notify("Two", "2", replaces=number), number)
        second = self.listener.wait_for("Two")
        self.assertEqual(second.replaces, first.id)
        desk.run("gdbus", "call", "--session", "--dest", notices.SERVICE, "--object-path",
                 "/org/freedesktop/Notifications", "--method", notices.SERVICE + ".CloseNotification", str(number))
        self.assertEqual(self.listener.wait_until_closed(second), "closed by the program")

    def test_the_daemon_shows_it(self):
        before = notices.shown_count()
        notify("Shown", "for all to see")
        desk.wait_for("the daemon to show it", lambda: notices.shown_count() == before + 1)


class LittleProgram(unittest.TestCase):
    """With a program that tells what it gets (little_program.cpp)."""

    def setUp(self):
        self.program = Program(os.environ["QCC_LITTLE_PROGRAM"])
        self.window = desk.wait_for_window("^little window$")

    def tearDown(self):
        self.program.end()

    def test_mouse_and_keyboard_reach_its_window(self):
        x, y, width, height = desk.geometry(self.window)
        self.assertEqual((width, height), (400, 300))
        desk.activate(self.window)
        desk.drag((x + 20, y + 30), (x + 220, y + 130))
        desk.key("ctrl+z")
        desk.type_text("ab")
        desk.close(self.window)
        self.program.wait_for("closed")
        lines = self.program.lines
        self.assertEqual(lines[0], "down 20 30")
        self.assertGreaterEqual(len([line for line in lines if line.startswith("move")]), 10, lines)
        self.assertIn("up 220 130", lines)
        self.assertIn("key Ctrl+Z", lines)
        self.assertLess(lines.index("key A"), lines.index("key B"))
        desk.wait_for_no_window("^little window$")

    def test_its_widgets_are_found_by_name(self):
        desk.activate(self.window)
        button = widgets.await_widget("little-program", "push button", "Press me")
        desk.click(*widgets.centre(button))
        self.program.wait_for("pressed")

    def test_its_tray_item_is_found_and_used(self):
        item = tray.find("little-program")
        self.assertEqual(item.status, "Active")
        self.assertIn("it is green", item.tool_tip)
        self.assertEqual(item.labels(), [("Red", []), ("Pin", ["for 1 hour"]), ("Never", [])])
        green = item.icon_hash()
        item.click("Red")
        desk.wait_for("another icon", lambda: item.icon_hash() != green)
        desk.wait_for("another tool tip", lambda: "it is red" in item.tool_tip)
        path = os.path.join(os.environ["QCC_STAGE"], "icon.png")
        item.save_icon(path)
        self.assertIn("(255,0,0", desk.run("convert", path, "-crop", "1x1+10+10", "txt:-"))

        self.assertFalse(item.entry("Pin", "for 1 hour").is_checked)
        item.click("Pin", "for…")
        self.program.wait_for("pinned")
        desk.wait_for("the mark", lambda: item.entry("Pin", "for 1 hour").is_checked)
        with self.assertRaisesRegex(desk.DeskError, "disabled"):
            item.click("Never")
        item.activate()
        self.program.wait_for("tray 3")  # QSystemTrayIcon::Trigger
        item.secondary_activate()
        self.program.wait_for("tray 4")  # MiddleClick


if __name__ == "__main__":
    unittest.main(verbosity=2)
