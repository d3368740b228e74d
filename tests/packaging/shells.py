# SPDX-License-Identifier: GPL-3.0-or-later
"""A shell in a terminal of its own, and a person who types and looks."""
import os
import pty
import re
import select
import signal
import time

PATIENCE = 20.0


class Shell:
    """Reads everything that is shown; waits for what is expected, never for a time."""

    def __init__(self, command, environment):
        self.shown = ""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def wait_for(self, pattern):
        """What was shown since the last wait, up to and with @p pattern."""
        deadline = time.monotonic() + PATIENCE
        while True:
            found = re.search(pattern, self.shown)
            if found:
                seen, self.shown = self.shown[: found.end()], self.shown[found.end():]
                return seen
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                raise AssertionError(f"{pattern!r} was not shown in {PATIENCE} s, but {self.shown!r}")
            self.shown += os.read(self.terminal, 4096).decode(errors="replace")

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
