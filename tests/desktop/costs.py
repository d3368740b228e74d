#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window's program costs: the time until it listens and until its window is on the screen, and, with ten
configs and nothing to do, its processor time and memory: hidden, with its window open, and hidden while none of the
ten answers (then each is checked every few seconds). Prints; asserts only that it gets there. Processor time is what
the kernel has counted for each thread, so that it holds on a busy machine too.

    costs.py QCC QCC_DESKTOP QCC_SIM [SECONDS]      inside the stage; a round of checks takes 60 s"""

import contextlib
import glob
import json
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


def processor_milliseconds(pid):
    """By thread, as far as they live."""
    used = {}
    for task in glob.glob(f"/proc/{pid}/task/*"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            with open(f"{task}/comm", encoding="utf-8") as comm, open(f"{task}/schedstat", encoding="ascii") as times:
                used[os.path.basename(task), comm.read().strip()] = int(times.read().split()[0]) / 1e6
    if not used:
        raise SystemExit("costs: this kernel does not count what threads use (/proc/PID/task/*/schedstat)")
    return used


def memory(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        text = rollup.read()
    return {
        name: int(re.search(rf"^{name}:\s+(\d+) kB", text, re.M).group(1)) / 1024
        for name in ("Rss", "Private_Dirty")  # not Pss: it falls with each other program that uses Qt
    }


@contextlib.contextmanager
def home_with_configs(qcc, urls):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, QCC_HOME=home, QCC_SECRETS="file")
        for i in range(CONFIGS):
            subprocess.run(
                [qcc, "add", f"provider-{i}", "--url", next(urls), "--key-stdin"],
                input=f"sk-test-{i}\n".encode(),
                env=environment,
                check=True,
                capture_output=True,
            )
        yield environment


@contextlib.contextmanager
def simulated_provider(sim):
    process = subprocess.Popen([sim, "--json"], stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(process.stdout.readline())["url"]
    finally:
        process.kill()
        process.wait(LIMIT)
        process.stdout.close()


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
    for _ in range(7):
        process, port, begun = start(desktop, environment)
        listening = seconds_until(lambda: listens(port), begun)
        shown = seconds_until(lambda: window_is_shown(process.pid), begun)
        times.append((listening, shown))
        stop(process)
    listening, shown = (sorted(column) for column in zip(*times))
    half = len(times) // 2
    print(f"start: listening after {listening[half] * 1000:.0f} ms (at most {listening[-1] * 1000:.0f}), window on "
          f"the screen after {shown[half] * 1000:.0f} ms (at most {shown[-1] * 1000:.0f}); median of {len(times)}; "
          "the window is looked for by a program that takes some ms itself")


def told(used, seconds):
    """The sum, and the threads that have a part worth telling; all in % of a core."""
    shares = {}
    for (_, name), milliseconds in used.items():
        shares[name] = shares.get(name, 0) + milliseconds / seconds / 10
    parts = ", ".join(f"{name} {share:.3f}" for name, share in shares.items() if share >= 0.001)
    return f"{sum(shares.values()):.3f} % of a core ({parts})"


def measure_idle(runs, seconds):
    """All of them at the same time: what others do is not counted."""
    processes = [start(*command) for _, command in runs]
    for _, port, begun in processes:
        seconds_until(lambda: listens(port), begun)
    time.sleep(8)  # what is measured is the quiet after the start
    before = [processor_milliseconds(process.pid) for process, _, _ in processes]
    time.sleep(seconds)
    for (name, _), (process, _, _), was in zip(runs, processes, before):
        used = {task: now - was.get(task, 0) for task, now in processor_milliseconds(process.pid).items()}
        sizes = ", ".join(f"{kind} {size:.0f} MiB" for kind, size in memory(process.pid).items())
        print(f"{name}: {told(used, seconds)} over {seconds} s; {sizes}")
    for process, _, _ in processes:
        stop(process)


def main():
    qcc, desktop, sim = sys.argv[1:4]
    seconds = int(sys.argv[4]) if len(sys.argv) > 4 else 60
    with simulated_provider(sim) as url, \
            home_with_configs(qcc, iter(lambda: url, None)) as hidden, \
            home_with_configs(qcc, iter(lambda: url, None)) as shown, \
            home_with_configs(qcc, iter(lambda: f"http://127.0.0.1:{free_port()}", None)) as alone:
        measure_start(desktop, shown)
        measure_idle([
            (f"hidden, {CONFIGS} configs", (desktop, hidden, "--hidden")),
            ("the same with its window open", (desktop, shown)),
            (f"hidden, none of the {CONFIGS} answers", (desktop, alone, "--hidden")),
        ], seconds)


if __name__ == "__main__":
    main()
