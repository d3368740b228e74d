# SPDX-License-Identifier: GPL-3.0-or-later
"""The real Claude Code in print mode, led to QCC by its own settings file, while providers fail."""
import json
import os
import stat
import unittest

from world import REST, World

TOOL = 'Bash={"command":"echo the-tool-ran","description":"Say it"}'
SETTINGS = b'{\r\n\t"model" : "claude-sonnet-4-5",\r\n  "env":{ "FOO" : "b\xc3\xa4r" , "ANTHROPIC_AUTH_TOKEN":"sk-mine" },\r\n "x": [ ] }'


class Turns(unittest.TestCase):
    def setUp(self):
        self.world = World(tool=TOOL)
        self.addCleanup(self.world.end)
        self.world.write_settings(SETTINGS)

    def assert_served_by(self, turn, name):
        """A whole turn with its tool, without a word of an error."""
        self.assertEqual(turn.code, 0, turn.output + turn.errors)
        self.assertFalse(turn.result["is_error"], turn.output)
        self.assertEqual(turn.result["result"], f"served by {name}{REST}")
        self.assertEqual(turn.tool_results(), ["the-tool-ran"])
        self.assertNotIn("API Error", turn.output + turn.errors)
        self.assertNotIn("api_retry", turn.output)

    def assert_off_restores(self):
        self.world.qcc("claude", "off")
        self.assertEqual(self.world.read_settings(), SETTINGS)

    def test_a_turn_with_a_tool_and_back(self):
        self.world.qcc("claude", "on")
        connected = json.loads(self.world.read_settings())
        self.assertEqual(set(connected["env"]), {"FOO", "ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN"})
        self.assert_served_by(self.world.claude("Say hello"), "production")
        self.assertEqual(len(self.world.providers["production"].turns()), 2)
        self.assertEqual(self.world.providers["backup"].turns(), [])
        self.assert_off_restores()

    def test_no_settings_file_before_and_none_after(self):
        os.remove(self.world.settings_file)
        self.world.qcc("claude", "on")
        self.assertEqual(stat.S_IMODE(os.stat(self.world.settings_file).st_mode), 0o600)
        self.assert_served_by(self.world.claude("Say hello"), "production")
        self.world.qcc("claude", "off")
        self.assertFalse(os.path.exists(self.world.settings_file))

    def test_the_primary_fails_and_nobody_sees_it(self):
        self.world.qcc("claude", "on")
        for fault in ("refuse", "529", "reset-before-head", "401", "html",
                      {"fault": "reset-in-stream", "after_events": 0},
                      {"fault": "error-event", "status": 529, "after_events": 0}):
            with self.subTest(fault=fault):
                self.world.providers["production"].suffer(fault)
                self.assert_served_by(self.world.claude("Say hello"), "backup")
        self.assert_off_restores()

    def test_a_stream_that_breaks_after_content_is_asked_again_elsewhere(self):
        self.world.qcc("claude", "on")
        self.world.providers["production"].suffer({"fault": "reset-in-stream", "after_events": 3, "requests": 9})
        turn = self.world.claude("Say hello")
        self.assertEqual(turn.code, 0, turn.output + turn.errors)
        self.assertEqual(turn.result["result"], f"served by backup{REST}")
        self.assertNotIn("API Error", turn.result["result"])

    def test_a_conversation_stays_where_it_was_begun(self):
        self.world.qcc("claude", "on")
        self.assert_served_by(self.world.claude("Before"), "production")  # which makes it the active config
        self.world.providers["production"].suffer("503")
        first = self.world.claude("Say hello")
        self.assertEqual(first.result["result"], f"served by backup{REST}")
        self.world.providers["production"].suffer("none")
        again = self.world.claude("And again", "--resume", first.session)
        self.assertEqual((again.session, again.result["result"]), (first.session, f"served by backup{REST}"))
        self.assertEqual(self.world.claude("Somebody else").result["result"], f"served by production{REST}")

    def test_run_leads_it_here_without_touching_a_file(self):
        turn = self.world.claude("Say hello", through=(os.environ["QCC"], "run", "--"))
        self.assert_served_by(turn, "production")
        self.assertEqual(self.world.read_settings(), SETTINGS)

    def test_the_file_wins_over_the_shell_or_is_named(self):
        """What `qcc claude status` says of a shell's variable is what Claude Code does."""
        self.world.qcc("claude", "on")
        elsewhere = {"ANTHROPIC_BASE_URL": "http://127.0.0.1:9"}
        self.world.environment.update(elsewhere)
        told = json.loads(self.world.qcc("claude", "status", "--json"))
        named = any(finding["kind"] == "shell-wins" for finding in told["findings"])
        for name in elsewhere:
            del self.world.environment[name]
        turn = self.world.claude("Say hello", **elsewhere) if not named else None
        if turn is not None:
            self.assert_served_by(turn, "production")


if __name__ == "__main__":
    unittest.main()
