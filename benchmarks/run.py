#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark of ./dev bench: QCC beside nginx, haproxy and a direct connection, interleaved, in one table; and the
times of its history at growing sizes.

Everything is started here on free ports of 127.0.0.1, with configurations in a temporary folder, and stopped at the end.
"""

import argparse
import contextlib
import json
import os
import pathlib
import platform
import resource
import signal
import sys
import tempfile
import time

import history_times
import measures
import report
import subjects

NEEDED_FILES = 4096
NOTE = """QCC qnam speaks HTTP/2 to a haproxy (TLS, certificate made for this run) in front of the origin: its delays hold that
haproxy's way too, its CPU and memory are QCC's own. Ratios are to nginx (one worker). CPU holds all threads of the process
and the set-up of the requests, less what it uses when idle. Event delay: from the origin's send to the client's read."""


def arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description="Compare QCC with nginx, haproxy and no proxy at all.")
    parser.add_argument("--quick", action="store_true", help="one short round, under a minute")
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="the folder with qcc, bench-origin, bench-load and bench-history")
    parser.add_argument("--json", type=pathlib.Path, help="also write every single value there")
    parser.add_argument("--without-qcc", action="store_true", help="only the others")
    return parser.parse_args()


def raise_file_limit():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard != resource.RLIM_INFINITY and hard < NEEDED_FILES:
        raise SystemExit(f"bench: 1,000 streams need {NEEDED_FILES} open files, the hard limit is {hard} (ulimit -Hn)")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def start_all(starter, with_qcc):
    origin = starter.origin()
    compared = [subjects.Subject("direct", origin), starter.nginx(origin), starter.haproxy(origin)]
    if with_qcc:
        compared.append(starter.qcc("QCC pooled", "--url", f"http://127.0.0.1:{origin}"))
        port, certificate = starter.h2_front(origin)
        compared.append(starter.qcc("QCC qnam", "--url", f"https://localhost:{port}", "--http", "2",
                                    "--ca-file", str(certificate)))
    return compared


def measure(meter, compared, profile):
    deadline = time.monotonic() + profile.budget_s
    for subject in compared:
        if subject.pid:
            progress(f"memory of {subject.name}")
            meter.memory(subject, profile.idle_ms)
    meter.settle(compared)
    for number in range(profile.rounds):
        turn = number % len(compared)
        for subject in compared[turn:] + compared[:turn]:
            if time.monotonic() > deadline:
                progress("out of time, the medians are of fewer rounds")
                return
            progress(f"round {number + 1} of {profile.rounds}: {subject.name}")
            meter.round(subject, profile)


def progress(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def main():
    options = arguments()
    raise_file_limit()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    meter = measures.Meter(options.bin / "bench-load")
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="qcc-bench-"))
        compared = start_all(subjects.Starter(stack, options.bin, folder), not options.without_qcc)
        measure(meter, compared, measures.QUICK if options.quick else measures.FULL)
    progress("history")
    history = history_times.measure(options.bin / "bench-history",
                                    history_times.QUICK_SIZES if options.quick else history_times.FULL_SIZES)
    print(f"{platform.system()} {platform.release()}, {os.cpu_count()} processors")
    print(report.table(meter.values, [subject.name for subject in compared]))
    for text in (report.aims(meter.values, "QCC pooled"), NOTE, history_times.table(history), history_times.aim(history)):
        if text:
            print("\n" + text)
    if options.json:
        options.json.write_text(json.dumps(meter.values, indent=1), encoding="utf-8")
    for error in meter.errors:
        print(f"bench: {error}", file=sys.stderr)
    return 1 if meter.errors else 0


if __name__ == "__main__":
    sys.exit(main())
