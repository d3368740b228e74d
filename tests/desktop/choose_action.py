#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the menu of actions that dunst opens: takes the lines "#label (summary) [id,key]" and answers
with the one whose "[id,key]" stands in the file that is named."""
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    wanted = file.read().strip()
for line in sys.stdin:
    if line.rstrip("\n").endswith(wanted):
        print(line, end="")
        break
