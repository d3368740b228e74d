# SPDX-License-Identifier: GPL-3.0-or-later
"""How quickly the history answers at growing sizes: a table of bench-history's medians."""

import json
import subprocess

import report

QUICK_SIZES = (10_000, 100_000)
FULL_SIZES = QUICK_SIZES + (1_000_000,)
AIM_MS = 50
QUESTIONS = (
    ("events_ms", "the 20 newest switches (ms)"),
    ("requests_ms", "the 50 newest requests (ms)"),
    ("failed_ms", "the 50 newest that failed (ms)"),
    ("rare_ms", "the 50 newest of a rare config (ms)"),
    ("stats_day_ms", "statistics of a day (ms)"),
    ("stats_all_ms", "statistics of all (ms)"),
    ("health_ms", "health of a week, 200 points (ms)"),
)
SIZES = (("file_mib", "file (MiB)"), ("bytes_per_request", "bytes a request"))


def measure(program, sizes):
    """One dictionary a size."""
    run = subprocess.run([program, *map(str, sizes)], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def table(results):
    lines = [["history, requests and samples"] + [f"{result['rows']:,}" for result in results]]
    for key, name in QUESTIONS + SIZES:
        lines.append([name] + [f"{result[key]:.3g}" for result in results])
    return report.aligned(lines)


def aim(results):
    slowest = max(result[key] for result in results for key, _ in QUESTIONS)
    return f"history, slowest answer: {slowest:.3g} ms, aim under {AIM_MS} ms: {'met' if slowest < AIM_MS else 'missed'}"
