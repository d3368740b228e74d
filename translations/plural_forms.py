#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the English plural forms that a .ts file still lacks from the sources' own way of writing them: "%n config(s)".

Forms that are there already stay: some are mended by hand ("its key", "their keys")."""

import re
import sys
import xml.sax.saxutils as xml

MESSAGE = re.compile(
    r"(<message numerus=\"yes\">\s*<source>)([^<]*)(</source>(?:(?!</message>).)*?)"
    r"<translation type=\"unfinished\">.*?</translation>",
    re.S,
)
OPTIONAL = re.compile(r"\((e?s)\)")
ONCE = re.compile(r"%n time\(s\)( in a row)?")


def forms(source):
    """Singular and plural of a source text: "(s)" and "(es)" are what the plural adds."""
    text = xml.unescape(source)
    return OPTIONAL.sub("", ONCE.sub("once", text)), OPTIONAL.sub(r"\1", text)


def filled(match):
    written = "".join(f"\n            <numerusform>{xml.escape(form)}</numerusform>" for form in forms(match[2]))
    return f"{match[1]}{match[2]}{match[3]}<translation>{written}\n        </translation>"


def main(path):
    with open(path, encoding="utf-8") as file:
        before = file.read()
    after = MESSAGE.sub(filled, before)
    if after != before:
        with open(path, "w", encoding="utf-8") as file:
            file.write(after)


if __name__ == "__main__":
    main(sys.argv[1])
