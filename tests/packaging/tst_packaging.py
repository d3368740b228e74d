# SPDX-License-Identifier: GPL-3.0-or-later
"""tst_packaging.py [PART…]: the files that are installed beside the programs.

QCC_BUILD is the build directory. A tool that is missing is a failure that names its package.
"""
import configparser
import glob
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

from shells import Shell

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ["QCC_BUILD"]
PACKAGES = {"desktop-file-validate": "desktop-file-utils", "appstreamcli": "appstream", "man": "man-db",
            "systemd-analyze": "systemd", "bash": "bash", "zsh": "zsh", "fish": "fish",
            "dpkg-parsechangelog": "dpkg-dev"}


def tool(name):
    path = shutil.which(name)
    assert path, f"{name} is missing (Debian: {PACKAGES[name]})"
    return path


def run(*command, **environment):
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)


def text_of(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def program(name):
    return os.path.join(BUILD, "bin", name)


class DesktopEntry(unittest.TestCase):
    path = os.path.join(ROOT, "packaging/linux/qcc.desktop")

    def entry(self):
        parser = configparser.RawConfigParser(delimiters=("=",), interpolation=None)
        parser.optionxform = str
        parser.read(self.path, encoding="utf-8")
        return parser

    def test_is_valid(self):
        result = run(tool("desktop-file-validate"), self.path)
        self.assertEqual((result.returncode, result.stdout + result.stderr), (0, ""))

    def test_is_named_as_the_program_names_itself(self):
        # The window and the notifications are shown with this entry's icon and name.
        name = os.path.basename(self.path).removesuffix(".desktop")
        self.assertIn(f'setDesktopFileName(QStringLiteral("{name}"))', text_of(ROOT, "app/desktop/run_desktop.cpp"))
        self.assertIn(f'"desktop-entry")] = QStringLiteral("{name}")',
                      text_of(ROOT, "app/notify/notification_server.cpp"))

    def test_everything_shown_is_in_chinese_too(self):
        for section in self.entry().values():
            for key in section:
                if key in ("Name", "GenericName", "Comment", "Keywords"):
                    self.assertIn(f"{key}[zh_CN]", section, section.name)

    def test_starts_the_program_with_options_that_it_has(self):
        shown = run(program("qcc-desktop"), "--help").stdout
        for section in self.entry().values():
            words = section.get("Exec", "").split()
            if words:
                self.assertEqual(words[0], "qcc-desktop")
                for option in [word for word in words if word.startswith("--")]:
                    self.assertIn(option, shown)

    def test_opens_links_of_its_own(self):
        entry = self.entry()["Desktop Entry"]
        self.assertIn("x-scheme-handler/qcc", entry["MimeType"].split(";"))
        self.assertIn("%u", entry["Exec"].split())


class Metainfo(unittest.TestCase):
    def test_is_valid(self):
        (path,) = glob.glob(os.path.join(BUILD, "linux/*.metainfo.xml"))
        result = run(tool("appstreamcli"), "validate", "--no-net", "--pedantic", "--no-color", path)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn(f"<id>{os.path.basename(path).removesuffix('.metainfo.xml')}</id>", text_of(path))


class Icons(unittest.TestCase):
    def test_every_size_is_as_large_as_its_folder_says(self):
        pictures = glob.glob(os.path.join(BUILD, "icons/hicolor/*/apps/qcc.png"))
        self.assertGreaterEqual(len(pictures), 9)
        for path in pictures:
            with open(path, "rb") as file:
                head = file.read(24)
            self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
            wanted = tuple(int(side) for side in path.split(os.sep)[-3].split("x"))
            self.assertEqual(struct.unpack(">II", head[16:24]), wanted)


class Unit(unittest.TestCase):
    def test_is_understood_by_systemd(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "qcc-proxy.service")
            unit = text_of(BUILD, "linux/qcc-proxy.service")
            with open(path, "w", encoding="utf-8") as file:
                file.write(re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={program('qcc')}", unit))
            result = run(tool("systemd-analyze"), "verify", "--user", "--man=no", path, XDG_RUNTIME_DIR=folder)
        self.assertEqual((result.returncode, result.stdout + result.stderr), (0, ""))

    def test_starts_what_is_there(self):
        line = re.search(r"(?m)^ExecStart=(\S+) (.*)$", text_of(BUILD, "linux/qcc-proxy.service"))
        self.assertEqual(os.path.basename(line.group(1)), "qcc")
        self.assertEqual(run(program("qcc"), *line.group(2).split(), "--help").returncode, 0)


class ManualPages(unittest.TestCase):
    def page(self, name):
        return os.path.join(BUILD, "man", f"{name}.1")

    def shown(self, name):
        return run(tool("man"), "--local-file", self.page(name), MANWIDTH="200", MANPAGER="cat").stdout

    def test_troff_understands_them(self):
        for name in ("qcc", "qcc-desktop", "qcc-sim"):
            result = run(tool("man"), "--warnings", "--local-file", self.page(name), MANWIDTH="80", MANPAGER="cat")
            self.assertEqual((result.returncode, result.stderr), (0, ""), name)

    def options(self, text):
        return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))

    def test_tell_of_every_option_and_of_no_other(self):
        for name in ("qcc-desktop", "qcc-sim"):
            told = run(program(name), "--help").stdout
            self.assertTrue(told, name)
            options = re.search(r"(?m)^OPTIONS\n(.*?)^\w", self.shown(name), re.DOTALL).group(1)
            # Qt's own: --help-all; nobody needs it.
            self.assertEqual(self.options(options), self.options(told) - {"--help-all"}, name)

    def commands(self, words=()):
        """Every command that can be given, as its own help tells."""
        told = run(program("qcc"), *words, "--help", LANGUAGE="en").stdout
        below = re.search(r"(?ms)^Subcommands:\n(.*?)(?:^\S|\Z)", told)
        if not below:
            return [words]
        names = re.findall(r"(?m)^  ([a-z][a-z-]*)\b", below.group(1))
        return [command for name in names for command in self.commands((*words, name))]

    def test_tell_of_every_command(self):
        page = self.shown("qcc")
        commands = self.commands()
        self.assertGreater(len(commands), 20)
        for words in commands:
            self.assertRegex(page, r"(?m)^\s+" + " ".join(("qcc", *words)) + r"\b")


class Completions(unittest.TestCase):
    folder = os.path.join(ROOT, "packaging/completions")

    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.environment = {"PATH": f"{BUILD}/bin:{os.environ['PATH']}", "HOME": self.home.name,
                            "QCC_HOME": os.path.join(self.home.name, "qcc"), "QCC_SECRETS": "file",
                            "LC_ALL": "C.UTF-8", "TERM": "dumb"}
        for name in ("production", "company gateway"):
            result = subprocess.run([program("qcc"), "add", name], env=self.environment, capture_output=True,
                                    text=True, check=False)
            self.assertEqual(result.returncode, 0, result.stderr)

    def tearDown(self):
        self.home.cleanup()

    def shell(self, *command):
        shell = Shell(command, self.environment)
        self.addCleanup(shell.end)
        return shell

    def try_all(self, shell, escaped):
        """What is typed before the tab, and what stands there after it."""
        for typed, seen in (("qcc prio", "qcc priority "), ("qcc priority sw", "qcc priority switch "),
                            ("qcc show prod", "qcc show production "), ("qcc show com", f"qcc show {escaped} "),
                            ("qcc priority history --type=fail", "qcc priority history --type=failover")):
            shell.type(typed + "\t")
            shell.wait_for(re.escape(seen))
            shell.type("\x15") # the line is taken away
        file = os.path.join(self.home.name, "a-file.json")
        with open(file, "w", encoding="utf-8"):
            pass
        shell.type(f"qcc priority history --export {self.home.name}/a-f\t")
        shell.wait_for(r"a-file\.json")

    def test_bash(self):
        shell = self.shell(tool("bash"), "--norc", "--noprofile", "-i")
        shell.type(f". /usr/share/bash-completion/bash_completion; . {self.folder}/qcc.bash; PS1=; echo rea''dy\n")
        shell.wait_for("\nready")
        self.try_all(shell, r"company\ gateway")

    def test_zsh(self):
        shell = self.shell(tool("zsh"), "-f", "-i")
        shell.type(f"fpath=({self.folder} $fpath); autoload -U compinit; compinit -u -D; PS1=; echo rea''dy\n")
        shell.wait_for("\nready")
        self.try_all(shell, r"company\ gateway")

    def test_fish(self):
        answers = {"qcc prio": "priority", "qcc priority sw": "switch", "qcc show com": "company gateway",
                   "qcc priority history --type=fail": "--type=failover"}
        for typed, seen in answers.items():
            script = f"source {self.folder}/qcc.fish; complete --do-complete '{typed}'"
            result = run(tool("fish"), "--no-config", "-c", script, **self.environment)
            self.assertIn(seen, [line.split("\t")[0] for line in result.stdout.splitlines()], result.stderr)


class Changelog(unittest.TestCase):
    maintainer = "Somebody <somebody@localhost.localdomain>"

    def write(self, source):
        with tempfile.TemporaryDirectory() as folder:
            path, result = os.path.join(folder, "in.md"), os.path.join(folder, "changelog")
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
            done = run(sys.executable, "-B", os.path.join(ROOT, "packaging/debian/changelog.py"), path, result,
                       "0.2.0", "1", "1700000000", self.maintainer)
            if done.returncode:
                return done, ""
            parsed = run(tool("dpkg-parsechangelog"), "--all", "-l", result)
            self.assertEqual(parsed.returncode, 0, parsed.stderr)
            return parsed, text_of(result)

    def test_what_is_not_released_is_the_version_that_is_built(self):
        parsed, written = self.write("# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One thing, said\n  on two lines.\n"
                                     "  - A part of it.\n\n## [0.1.0] - 2026-01-02\n\n- `first`\n")
        self.assertIn("Version: 0.2.0-1", parsed.stdout)
        self.assertEqual(parsed.stderr, "")
        self.assertIn("  * One thing, said on two lines.\n    - A part of it.\n", written)
        self.assertIn("Tue, 14 Nov 2023", written)
        self.assertIn("qcc (0.1.0-1)", written)
        self.assertIn("Fri, 02 Jan 2026", written)

    def test_a_version_that_nothing_is_said_of_is_refused(self):
        done, _ = self.write("# Changelog\n\n## [0.1.0] - 2026-01-02\n\n- first\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("0.2.0", done.stderr)

    def test_our_own_is_understood(self):
        parsed, _ = self.write(text_of(ROOT, "CHANGELOG.md"))
        self.assertEqual(parsed.stderr, "")


if __name__ == "__main__":
    unittest.main()
