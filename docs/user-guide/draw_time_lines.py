#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the time lines of the user guide into images/, one SVG a picture and language. Run it after a change here."""
import os
from html import escape

WIDTH, LEFT, RIGHT, LANE, TOP = 860, 150, 40, 58, 46
COLOURS = {"good": "#2e9e5b", "bad": "#c8433c", "wait": "#d08a1e", "idle": "#9aa4ae", "active": "#3b74c4"}


class Picture:
    """Lanes over a common time axis from 0 to @p minutes."""

    def __init__(self, minutes, lanes, marks_every, unit):
        self.minutes, self.parts, self.lanes = minutes, [], lanes
        self.height = TOP + LANE * len(lanes) + 46
        for index, lane in enumerate(lanes):
            self.text(LEFT - 12, self.y(index) + 20, lane, anchor="end", weight="600")
        bottom = TOP + LANE * len(lanes)
        moment = 0
        while moment <= minutes:
            x = self.x(moment)
            self.parts.append(f'<line x1="{x}" y1="{TOP - 8}" x2="{x}" y2="{bottom}" stroke="#c9d0d6" stroke-width="1"/>')
            self.text(x, bottom + 18, f"{moment} {unit}" if moment else "0", anchor="middle", size=12, colour="#5b6670")
            moment += marks_every

    def x(self, moment):
        return round(LEFT + (WIDTH - LEFT - RIGHT) * moment / self.minutes, 1)

    def y(self, lane):
        return TOP + LANE * lane

    def text(self, x, y, words, anchor="start", size=13, weight="400", colour="#1f2a33"):
        self.parts.append(f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}" font-weight="{weight}" '
                          f'fill="{colour}">{escape(words)}</text>')

    def bar(self, lane, start, end, kind, words=""):
        x, width = self.x(start), round(self.x(end) - self.x(start), 1)
        self.parts.append(f'<rect x="{x}" y="{self.y(lane) + 6}" width="{width}" height="22" rx="4" '
                          f'fill="{COLOURS[kind]}" fill-opacity="0.85"/>')
        if words:
            self.text(x + width / 2, self.y(lane) + 22, words, anchor="middle", size=12, weight="600", colour="#ffffff")

    def dots(self, lane, moments, kind):
        for moment in moments:
            self.parts.append(f'<circle cx="{self.x(moment)}" cy="{self.y(lane) + 38}" r="4" fill="{COLOURS[kind]}"/>')

    def mark(self, moment, words):
        x, bottom = self.x(moment), TOP + LANE * len(self.lanes)
        self.parts.append(f'<line x1="{x}" y1="{TOP - 12}" x2="{x}" y2="{bottom}" stroke="{COLOURS["active"]}" '
                          'stroke-width="2" stroke-dasharray="5 3"/>')
        anchor = "end" if x > WIDTH * 0.75 else "start" if x < WIDTH * 0.3 else "middle"
        self.text(x, TOP - 18, words, anchor=anchor, size=12, weight="600", colour=COLOURS["active"])

    def note(self, lane, moment, words):
        self.text(self.x(moment), self.y(lane) + 52, words, size=11, colour="#5b6670")

    def save(self, name):
        fonts = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif"
        body = "\n".join(self.parts)
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "images", name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {self.height}" '
                       f'font-family="{fonts}">\n<rect width="{WIDTH}" height="{self.height}" fill="#ffffff"/>\n'
                       f"{body}\n</svg>\n")


WORDS = {
    "en": {
        "min": "min", "s": "s", "checks": "production", "backup": "backup", "who": "served by", "request": "requests",
        "works": "works", "fails": "fails", "failed": "3 failures in a row", "failover": "failover",
        "spill": "already served by backup, one by one", "again": "works again", "cool": "cool-down 5 min",
        "delay": "recovery delay 10 min since the last failure", "recovery": "recovery", "good": "3 good checks",
        "old": "a conversation", "new": "a new one", "stays": "stays on backup: its prompt cache is there",
        "primary": "production", "pause": "5 min without a request", "goes": "production",
        "limited": "limited until 0:35", "limited2": "limited until 2:00", "held": "held, with pings", "asked": "answered",
        "yours": "your request", "free": "free again",
    },
    "zh": {
        "min": "分钟", "s": "秒", "checks": "production", "backup": "backup", "who": "由谁服务", "request": "请求",
        "works": "正常", "fails": "失败", "failed": "连续失败 3 次", "failover": "故障转移",
        "spill": "这期间的请求逐个由 backup 服务", "again": "恢复正常", "cool": "冷却期 5 分钟",
        "delay": "恢复延迟：距最后一次失败 10 分钟", "recovery": "恢复", "good": "连续 3 次检查正常",
        "old": "进行中的会话", "new": "新的会话", "stays": "留在 backup：提示缓存在那里",
        "primary": "production", "pause": "5 分钟没有请求", "goes": "production",
        "limited": "受限至 0:35", "limited2": "受限至 2:00", "held": "等待中，持续发送 ping", "asked": "得到答复",
        "yours": "您的请求", "free": "重新可用",
    },
}


def failover(w):
    picture = Picture(6, [w["checks"], w["backup"], w["who"]], 1, w["min"])
    picture.bar(0, 0, 1.3, "good", w["works"])
    picture.bar(0, 1.3, 6, "bad", w["fails"])
    picture.dots(0, [0, 1], "good")
    picture.dots(0, [1.5, 2, 3], "bad")
    picture.note(0, 3.08, w["failed"])
    picture.bar(1, 0, 6, "good", w["works"])
    picture.bar(2, 0, 1.3, "active", w["checks"])
    picture.bar(2, 1.3, 3, "wait", w["backup"])
    picture.note(2, 1.3, w["spill"])
    picture.bar(2, 3, 6, "active", w["backup"])
    picture.mark(3, w["failover"])
    return picture


def recovery(w):
    picture = Picture(16, [w["checks"], w["who"]], 2, w["min"])
    picture.bar(0, 0, 4, "bad", w["fails"])
    picture.bar(0, 4, 16, "good", w["again"])
    picture.dots(0, [1, 2, 3, 4], "bad")
    picture.dots(0, [5, 6, 7], "good")
    picture.note(0, 7.2, w["good"])
    picture.bar(1, 0, 3, "wait", w["backup"])
    picture.bar(1, 3, 14, "active", w["backup"])
    picture.note(1, 3.15, f'{w["cool"]} · {w["delay"]}')
    picture.bar(1, 14, 16, "active", w["checks"])
    picture.mark(3, w["failover"])
    picture.mark(14, w["recovery"])
    return picture


def sessions(w):
    picture = Picture(12, [w["old"], w["new"]], 2, w["min"])
    picture.bar(0, 0, 6, "active", w["stays"])
    picture.bar(0, 6, 11, "idle", w["pause"])
    picture.bar(0, 11, 12, "good")
    picture.note(0, 10.6, w["goes"])
    picture.bar(1, 4, 12, "good", w["primary"])
    picture.mark(3, w["recovery"])
    return picture


def waiting(w):
    picture = Picture(60, [w["checks"], w["backup"], w["yours"]], 10, w["s"])
    picture.bar(0, 0, 60, "wait", w["limited2"])
    picture.bar(1, 0, 35, "wait", w["limited"])
    picture.bar(1, 35, 60, "good", w["free"])
    picture.bar(2, 8, 35, "idle", w["held"])
    picture.bar(2, 35, 46, "active", w["asked"])
    return picture


def main():
    for language, words in WORDS.items():
        for draw in (failover, recovery, sessions, waiting):
            draw(words).save(f"{draw.__name__}-{language}.svg")


if __name__ == "__main__":
    main()
