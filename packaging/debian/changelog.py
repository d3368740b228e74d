# SPDX-License-Identifier: GPL-3.0-or-later
"""changelog.py CHANGELOG.md RESULT VERSION REVISION SECONDS MAINTAINER: CHANGELOG.md as deb-changelog(5) has it.

What is not released yet counts as the version that is being built, at SECONDS since 1970.
"""
import datetime
import email.utils
import re
import sys
import textwrap

HEADING = re.compile(r"^## \[([^\]]+)\](?: - (\d{4})-(\d{2})-(\d{2}))?\s*$")
WIDTH = 78


def releases(lines):
    """(version, date or None, items); an item is one paragraph of a list."""
    found = []
    for line in lines:
        heading = HEADING.match(line)
        if heading:
            date = tuple(int(part) for part in heading.groups()[1:]) if heading.group(2) else None
            found.append((heading.group(1), date, []))
        elif found and re.match(r"^\s*- ", line):
            found[-1][2].append((len(line) - len(line.lstrip()), line.strip()[2:]))
        elif found and found[-1][2] and line.startswith("  "):
            depth, text = found[-1][2][-1]
            found[-1][2][-1] = (depth, f"{text} {line.strip()}")
    return found


def plain(text):
    return text.replace("`", "").replace("**", "")


def entry(version, revision, date, items, maintainer):
    lines = [f"qcc ({version}-{revision}) stable; urgency=medium", ""]
    for depth, text in items:
        mark = "  * " if depth == 0 else "    - "
        lines += textwrap.wrap(plain(text), WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark),
                               break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines + ["", f" -- {maintainer}  {date}", ""])


def main(source, result, version, revision, seconds, maintainer):
    with open(source, encoding="utf-8") as file:
        found = releases(file.read().splitlines())
    entries = []
    for name, date, items in found:
        when = email.utils.formatdate(int(seconds))
        if date:
            when = email.utils.format_datetime(datetime.datetime(*date, 12))
        entries.append(entry(version if name == "Unreleased" else name, revision, when, items, maintainer))
    versions = [version if name == "Unreleased" else name for name, _, items in found]
    if version not in versions:
        sys.exit(f"changelog.py: {source} says nothing of version {version}")
    with open(result, "w", encoding="utf-8") as file:
        file.write("\n".join(entries))


main(*sys.argv[1:])
