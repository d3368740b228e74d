#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window's program costs: the time until it listens and until its window is on the screen, and, hidden
with ten configs, its processor time and memory. Prints; asserts only that it gets there.

    costs.py QCC QCC_DESKTOP [SECONDS]      inside the stage"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time

LIMIT = 30
CONFIGS = 10


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    with socket.socket() as client:
        client.settimeout(0.2)
        return client.connect_ex(("127.0.0.1", port)) == 0


def window_is_shown(pid):
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(pid), "--name", "QCC"],
        capture_output=True,
        text=True,
    )
    return bool(found.stdout.strip())


def seconds_until(condition, since, pause=0.002):
    while not condition():
        if time.monotonic() - since > LIMIT:
            raise SystemExit(f"costs: not there within {LIMIT} s")
        time.sleep(pause)
    return time.monotonic() - since


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        text = rollup.read()
    return {
        name: int(re.search(rf"^{name}:\s+(\d+) kB", text, re.M).group(1)) / 1024
        for name in ("Rss", "Pss", "Private_Dirty", "Anonymous")
    }


def add_configs(qcc, environment):
    for i in range(CONFIGS):
        subprocess.run(
            [qcc, "add", f"provider-{i}", "--url", f"http://127.0.0.1:{free_port()}", "--key-stdin"],
            input=b"sk-test-costs\n",
            env=environment,
            check=True,
            capture_output=True,
        )


def start(desktop, environment, *more):
    port = free_port()
    begun = time.monotonic()
    process = subprocess.Popen([desktop, "--listen", f"127.0.0.1:{port}", *more], env=environment)
    return process, port, begun


def stop(process):
    process.terminate()
    process.wait(LIMIT)


def measure_start(desktop, environment):
    times = []
    for _ in range(5):
        process, port, begun = start(desktop, environment)
        listening = seconds_until(lambda: listens(port), begun)
        shown = seconds_until(lambda: window_is_shown(process.pid), begun)
        times.append((listening, shown))
        stop(process)
    listening, shown = (sorted(column)[len(times) // 2] for column in zip(*times))
    print(f"start: listening after {listening * 1000:.0f} ms, window on the screen after {shown * 1000:.0f} ms "
          f"(median of {len(times)}; the window is looked for by a program that takes some ms itself)")


def measure_idle(desktop, environment, seconds):
    process, port, begun = start(desktop, environment, "--hidden")
    seconds_until(lambda: listens(port), begun)
    time.sleep(5)  # what is measured is the quiet after the start
    before = processor_seconds(process.pid)
    time.sleep(seconds)
    used = processor_seconds(process.pid) - before
    sizes = memory(process.pid)
    stop(process)
    print(f"hidden, {CONFIGS} configs, checks every 60 s: {used / seconds * 100:.2f} % of a core over {seconds} s; "
          + ", ".join(f"{name} {size:.0f} MiB" for name, size in sizes.items()))


def main():
    qcc, desktop = sys.argv[1], sys.argv[2]
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, QCC_HOME=home, QCC_SECRETS="file")
        add_configs(qcc, environment)
        measure_start(desktop, environment)
        measure_idle(desktop, environment, seconds)


if __name__ == "__main__":
    main()
