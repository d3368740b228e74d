# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's machine in a temporary folder: simulated providers, a running proxy, and Claude Code with its home."""
import json
import os
import shutil
import subprocess
import tempfile
import urllib.request

PRIORITIES = ("primary", "secondary", "fallback")
REST = ", a provider that is made up for tests"  # long enough not to be repeated
PATIENCE = 90  # seconds for a turn: Claude Code itself waits at most 15 between two tries of these faults


def without_surroundings():
    """The environment without what would lead Claude Code or QCC elsewhere."""
    foreign = ("ANTHROPIC_", "CLAUDE", "QCC_HOME")
    return {name: value for name, value in os.environ.items()
            if not name.upper().startswith(foreign) and not name.lower().endswith("_proxy")}


class Provider:
    """Calls the tool once where one is offered, then answers with its own name."""

    def __init__(self, name, tool):
        self.name, self.key = name, f"sk-test-of-{name}"
        options = ["--json", "--name", name, "--key", self.key, "--text", f"served by {name}{REST}"]
        if tool is not None:
            options += ["--tool", tool]
        self.process = subprocess.Popen([os.environ["QCC_SIM"], *options], stdout=subprocess.PIPE, text=True)
        told = json.loads(self.process.stdout.readline())
        self.url, self.control = told["url"], told["control_url"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.control}/_sim/{path}", method=method, data=data)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def suffer(self, fault):
        """A fault's word, or an object that describes it."""
        self.ask("POST", "fault", fault if isinstance(fault, dict) else {"fault": fault})

    def turns(self):
        """The requests for Messages that it received."""
        return [request for request in self.ask("GET", "log")["requests"]
                if request["target"].startswith("/v1/messages?")]

    def end(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()


class World:
    def __init__(self, tool=None, names=("production", "backup")):
        self.folder = tempfile.mkdtemp(prefix="qcc-claude-code-")
        self.home = os.path.join(self.folder, "home")
        self.claude_folder = os.path.join(self.home, ".claude")
        self.work = os.path.join(self.folder, "work")
        for folder in (self.claude_folder, self.work):
            os.makedirs(folder)
        self.environment = dict(without_surroundings(), HOME=self.home, QCC_HOME=os.path.join(self.folder, "qcc"),
                                QCC_SECRETS="file", LC_ALL="C.UTF-8")
        self.providers = {name: Provider(name, tool) for name in names}
        for name, priority in zip(names, PRIORITIES):
            self.qcc("add", name, "--url", self.providers[name].url, "--priority", priority, "--key-stdin",
                     given=self.providers[name].key)
        self.proxy = subprocess.Popen(
            [os.environ["QCC"], "proxy", "start", "--listen", "127.0.0.1:0", "--no-checks"],
            env=self.environment, stdout=subprocess.PIPE, text=True)
        self.proxy.stdout.readline()

    def end(self):
        self.proxy.terminate()
        self.proxy.communicate(timeout=60)
        for provider in self.providers.values():
            provider.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def settings_file(self):
        return os.path.join(self.claude_folder, "settings.json")

    def write_settings(self, content):
        with open(self.settings_file, "wb") as file:
            file.write(content)

    def read_settings(self):
        with open(self.settings_file, "rb") as file:
            return file.read()

    def qcc(self, *arguments, given=""):
        done = subprocess.run([os.environ["QCC"], *arguments], input=given, capture_output=True, text=True,
                              env=self.environment, cwd=self.work, timeout=60)
        if done.returncode != 0:
            raise AssertionError(f"qcc {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout

    def claude(self, prompt, *options, through=(), **variables):
        """One turn in print mode; what it printed, event by event."""
        command = [*through, os.environ["QCC_CLAUDE"], "--print", prompt, "--output-format", "stream-json", "--verbose",
                   "--allowedTools", "Bash", *options]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=self.work,
                              timeout=PATIENCE,
                              env=dict(self.environment, DISABLE_AUTOUPDATER="1",
                                       CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC="1", **variables))
        return Turn(done)


class Turn:
    def __init__(self, done):
        self.code, self.output, self.errors = done.returncode, done.stdout, done.stderr
        self.events = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        self.result = next((event for event in self.events if event["type"] == "result"), {})

    @property
    def session(self):
        return self.result.get("session_id")

    def tool_results(self):
        return [block["content"] for event in self.events if event["type"] == "user"
                for block in event["message"]["content"] if block["type"] == "tool_result"]
