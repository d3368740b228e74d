# SPDX-License-Identifier: GPL-3.0-or-later
"""The table at the end: medians, and each as a ratio to nginx."""

import statistics

YARDSTICK = "nginx"
AIMS = (
    ("first byte: p50 (us)", "no worse than nginx"),
    ("100 streams: CPU per event (us)", "no worse than nginx"),
    ("1,000 streams: CPU per event (us)", "no worse than nginx"),
    ("memory per idle stream (KiB)", "under 64 KiB"),
)
MEMORY_AIM_KIB = 64


def medians(values):
    return {row: {name: statistics.median(found) for name, found in cells.items()} for row, cells in values.items()}


def table(values, names):
    rows = medians(values)
    lines = [["median"] + names]
    for row, cells in rows.items():
        lines.append([row] + [_cell(cells.get(name), cells.get(YARDSTICK)) for name in names])
    return aligned(lines)


def aims(values, name):
    """One line for each aim of the project, met or missed by @name."""
    rows = medians(values)
    lines = []
    for row, aim in AIMS:
        cells = rows.get(row, {})
        if name not in cells or YARDSTICK not in cells:
            continue
        bound = MEMORY_AIM_KIB if "KiB" in aim else cells[YARDSTICK]
        verdict = "met" if cells[name] <= bound else "missed"
        lines.append(f"{name}, {row}: {_number(cells[name])}, aim {aim}: {verdict}")
    return "\n".join(lines)


def _cell(value, yardstick):
    if value is None:
        return "-"
    ratio = f" ({value / yardstick:.2f}x)" if yardstick else ""
    return _number(value) + ratio


def _number(value):
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def aligned(lines):
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    rule = ["-" * width for width in widths]
    return "\n".join(_padded(line, widths) for line in [lines[0], rule] + lines[1:])


def _padded(line, widths):
    first = line[0].ljust(widths[0])
    return "  ".join([first] + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])])
