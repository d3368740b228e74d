# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process has cost so far, read from /proc."""

import os
import pathlib


def cpu_seconds(pid):
    """CPU time of all threads that live. In nanosecond steps where the kernel keeps them, else in clock ticks."""
    try:
        return sum(_run_time(task) for task in pathlib.Path(f"/proc/{pid}/task").iterdir()) / 1e9
    except FileNotFoundError:
        return _ticks(pid) / os.sysconf("SC_CLK_TCK")


def _run_time(task):
    return int((task / "schedstat").read_text().split()[0])


def _ticks(pid):
    after_name = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    utime, stime = after_name[11:13]
    return int(utime) + int(stime)


def resident_bytes(pid):
    """Resident memory without the pages of mapped files, which are shared and not what a stream costs."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"no RssAnon for process {pid}")


def only_child(pid):
    """The process that @pid has started, for programs that work in a child."""
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    if len(children) != 1:
        raise RuntimeError(f"process {pid} has {len(children)} children instead of one")
    return int(children[0])
