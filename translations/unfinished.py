#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names the messages of .ts files that are not translated yet, one a line."""

import sys
import xml.etree.ElementTree as ElementTree


def unfinished(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            if message.find("translation").get("type") == "unfinished":
                yield f"{path}: {context.findtext('name')}: {message.findtext('source')!r}"


if __name__ == "__main__":
    for file in sys.argv[1:]:
        for line in unfinished(file):
            print(line)
