# SPDX-License-Identifier: GPL-3.0-or-later
"""One measurement of one subject: what bench-load saw, and what the subject's process paid for it."""

import dataclasses
import json
import subprocess
import time

import process_stats

CONNECTIONS = 32
MEMORY_STREAMS = 1000
GRACE_S = 3  # over what a run should take, before its rest counts as errors


@dataclasses.dataclass(frozen=True)
class Streams:
    streams: int
    events: int
    interval_us: int

    def ideal_s(self):
        """All events on time: the streams begin one a millisecond."""
        return (self.streams - 1) / 1000 + (self.events - 1) * self.interval_us / 1e6


@dataclasses.dataclass(frozen=True)
class Profile:
    rounds: int
    budget_s: float
    small_ms: int
    first_byte_ms: int
    streams: tuple
    idle_ms: int


FULL = Profile(5, 420, 2000, 1000, (Streams(1, 500, 2000), Streams(100, 50, 20000), Streams(1000, 50, 100000)), 4000)
QUICK = Profile(1, 45, 500, 300, (Streams(1, 200, 2000), Streams(100, 25, 20000), Streams(1000, 8, 100000)), 2500)


class Meter:
    """Runs bench-load against a subject and keeps every value as (row, subject) → list of values."""

    def __init__(self, load):
        self._load = load
        self._idle_share = {}
        self.values = {}
        self.errors = []

    def settle(self, subjects, seconds=1.0):
        """What the subjects use while nobody asks them for anything."""
        measured = [subject for subject in subjects if subject.pid]
        before = {subject.name: process_stats.cpu_seconds(subject.pid) for subject in measured}
        time.sleep(seconds)
        for subject in measured:
            used = process_stats.cpu_seconds(subject.pid) - before[subject.name]
            self._idle_share[subject.name] = used / seconds

    def round(self, subject, profile):
        self._small(subject, profile.small_ms)
        self._first_byte(subject, profile.first_byte_ms)
        for streams in profile.streams:
            self._streams(subject, streams)

    def memory(self, subject, idle_ms):
        """Growth while so many streams have shown their first event and wait for the next. To be asked of a fresh process."""
        self._run(subject, "small", ("connections", 4), ("duration-ms", 100))
        before = process_stats.resident_bytes(subject.pid)
        command = self._command(subject, "streams", ("streams", MEMORY_STREAMS), ("events", 2),
                                ("interval-us", idle_ms * 1000), ("limit-ms", idle_ms + 1000 + GRACE_S * 1000))
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as load:
            first = json.loads(load.stdout.readline())
            during = process_stats.resident_bytes(subject.pid)
            last = json.loads(load.stdout.readline() or json.dumps(first))
        self._note_errors(subject, "idle streams", last)
        if "flowing" in first:
            self._add("memory per idle stream (KiB)", subject, (during - before) / MEMORY_STREAMS / 1024)

    def _small(self, subject, duration_ms):
        seen, cpu = self._run(subject, "small", ("connections", CONNECTIONS), ("duration-ms", duration_ms))
        self._add("small answers per second", subject, seen["per_second"])
        self._add("small answers: p50 (us)", subject, seen["p50_us"])
        self._add("small answers: p99 (us)", subject, seen["p99_us"])
        self._add_cpu("small answers: CPU each (us)", subject, cpu, seen["requests"])

    def _first_byte(self, subject, duration_ms):
        seen, _ = self._run(subject, "first-byte", ("duration-ms", duration_ms))
        self._add("first byte: p50 (us)", subject, seen["p50_us"])
        self._add("first byte: p99 (us)", subject, seen["p99_us"])

    def _streams(self, subject, streams):
        limit_ms = int((streams.ideal_s() + GRACE_S) * 1000)
        seen, cpu = self._run(subject, "streams", ("streams", streams.streams), ("events", streams.events),
                              ("interval-us", streams.interval_us), ("limit-ms", limit_ms))
        title = f"{streams.streams:,} stream{'s' if streams.streams > 1 else ''}"
        self._add(f"{title}: event delay p50 (us)", subject, seen["p50_us"])
        self._add(f"{title}: event delay p99 (us)", subject, seen["p99_us"])
        self._add_cpu(f"{title}: CPU per event (us)", subject, cpu, seen["events"])
        self._add(f"{title}: wall time, ideal {streams.ideal_s():.2f} (s)", subject, seen["wall_s"])

    def _command(self, subject, mode, *options):
        command = [self._load, "--mode", mode, "--port", str(subject.port), "--token", subject.token]
        for name, value in options:
            command += [f"--{name}", str(value)]
        return command

    def _run(self, subject, mode, *options):
        """What the load generator says, and the subject's CPU seconds above its idle use."""
        before = process_stats.cpu_seconds(subject.pid) if subject.pid else 0
        start = time.monotonic()
        output = subprocess.run(self._command(subject, mode, *options), stdout=subprocess.PIPE, text=True, check=True).stdout
        idle = (time.monotonic() - start) * self._idle_share.get(subject.name, 0)
        cpu = process_stats.cpu_seconds(subject.pid) - before - idle if subject.pid else None
        seen = json.loads(output.splitlines()[-1])
        self._note_errors(subject, mode + " " + " ".join(str(value) for _, value in options), seen)
        return seen, cpu

    def _note_errors(self, subject, what, seen):
        if seen.get("errors"):
            self.errors.append(f"{subject.name}: {seen['errors']} answers missing or wrong in: {what}")

    def _add(self, row, subject, value):
        self.values.setdefault(row, {}).setdefault(subject.name, []).append(value)

    def _add_cpu(self, row, subject, cpu, count):
        self.values.setdefault(row, {})
        if cpu is not None and count:
            self._add(row, subject, cpu * 1e6 / count)
