# SPDX-License-Identifier: GPL-3.0-or-later
"""A home with simulated providers, and the programs of QCC in it, as a person would start them."""
import json
import os
import shutil
import subprocess
import tempfile
import urllib.request

import desk

BIN = os.environ["QCC_BIN"]
PROVIDERS = (("production", "primary"), ("backup", "secondary"), ("emergency", "fallback"))


class Provider:
    def __init__(self, name, *more):
        self.name = name
        self.key = f"sk-test-of-{name}"
        self.process = subprocess.Popen(
            [os.path.join(BIN, "qcc-sim"), "--json", "--name", name, "--key", self.key, *more],
            stdout=subprocess.PIPE, text=True)
        told = json.loads(self.process.stdout.readline())
        self.url, self.control = told["url"], told["control_url"]

    def fault(self, word):
        request = urllib.request.Request(f"{self.control}/_sim/fault/{word}", method="POST")
        urllib.request.urlopen(request, timeout=10).read()

    def end(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()


class World:
    """Ends all that it started."""

    def __init__(self, configured=True, sim_options=()):
        self.home = tempfile.mkdtemp(prefix="qcc-home-", dir=os.environ["QCC_STAGE"])
        self.environment = dict(os.environ, QCC_HOME=self.home, QCC_SECRETS="file")
        self.providers = {}
        self.processes = []
        if not configured:
            return
        for name, priority in PROVIDERS:
            provider = self.providers[name] = Provider(name, *sim_options)
            self.qcc("add", name, "--url", provider.url, "--priority", priority, "--key-stdin", given=provider.key)
        self.qcc("priority", "policy", "--check-interval", "1", "--cooldown", "1", "--recovery-delay", "1")

    def end(self):
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            process.wait(60)
        for provider in self.providers.values():
            provider.end()
        shutil.rmtree(self.home, ignore_errors=True)

    def qcc(self, *arguments, given=""):
        done = subprocess.run([os.path.join(BIN, "qcc"), *arguments], input=given, capture_output=True, text=True,
                              env=self.environment, timeout=60)
        if done.returncode != 0:
            raise desk.DeskError(f"qcc {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def groups(self):
        """{"primary": ["production"], …}, as `qcc priority list` tells."""
        listed = json.loads(self.qcc("priority", "list", "--json"))
        return {group["priority"]: group["config_names"] for group in listed["groups"]}

    def status(self):
        return json.loads(self.qcc("proxy", "status", "--json"))

    def active(self):
        return self.status()["active_config"]

    def wait_until_active(self, config, seconds=30):
        desk.wait_for(f"{config} to be active", lambda: self.active() == config, seconds)

    def start(self, program, *arguments, **environment):
        process = subprocess.Popen([os.path.join(BIN, program), *arguments],
                                   env=dict(self.environment, **environment))
        self.processes.append(process)
        return process

    def desktop(self, *arguments, **environment):
        return self.start("qcc-desktop", "--listen", "127.0.0.1:0", *arguments, **environment)

    def wait_until_running(self):
        def answers():
            try:
                return self.status()
            except desk.DeskError:
                return None
        return desk.wait_for("an instance that answers", answers, 30)

    def token(self):
        lines = self.qcc("claude", "env").splitlines()
        return next(line.split("=", 1)[1].strip("'\"") for line in lines if "ANTHROPIC_AUTH_TOKEN" in line)

    def stream(self):
        """A client in the middle of an answer: its open connection."""
        url = self.status()["listen_url"]
        body = json.dumps({"model": "claude-sonnet-4-5", "max_tokens": 64, "stream": True,
                           "messages": [{"role": "user", "content": "Hello"}]}).encode()
        request = urllib.request.Request(url + "/v1/messages", data=body, headers={
            "authorization": f"Bearer {self.token()}", "content-type": "application/json"})
        answer = urllib.request.urlopen(request, timeout=60)
        answer.readline()
        return answer
