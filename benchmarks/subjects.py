# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts what is compared: each subject is a port that answers like the origin, and the process that does the work."""

import contextlib
import dataclasses
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

import process_stats

START_LIMIT_S = 10
STOP_LIMIT_S = 10
MAX_CONNECTIONS = 8192

NGINX = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr error;
{user}
events {{ worker_connections {connections}; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    keepalive_requests 10000000;
    upstream origin {{
        server 127.0.0.1:{origin};
        keepalive 2048;
        keepalive_requests 10000000;
    }}
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        location / {{
            proxy_pass http://origin;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
            proxy_read_timeout 120s;
        }}
    }}
}}
"""

HAPROXY = """
global
    nbthread 1
    maxconn {connections}
    tune.h2.max-concurrent-streams 4096
defaults
    mode http
    option http-no-delay
    option http-keep-alive
    http-reuse always
    timeout connect 5s
    timeout client 120s
    timeout server 120s
frontend front
    bind 127.0.0.1:{port} {bind}
    default_backend origin
backend origin
    server origin 127.0.0.1:{origin}
"""


@dataclasses.dataclass
class Subject:
    name: str
    port: int
    pid: int | None = None  # none: nothing stands between client and origin
    token: str = "sk-bench"


class Starter:
    """Starts subjects; all end with the ExitStack that it is given."""

    def __init__(self, stack, binaries, folder):
        self._stack = stack
        self._binaries = pathlib.Path(binaries)
        self._folder = pathlib.Path(folder)

    def origin(self):
        process = self._start([self._binaries / "bench-origin"], stdout=subprocess.PIPE)
        return int(process.stdout.readline())

    def nginx(self, origin):
        port = free_port()
        user = "user root;" if os.geteuid() == 0 else ""
        config = self._write("nginx.conf", NGINX, port=port, origin=origin, user=user)
        process = self._start([_server("nginx"), "-e", "stderr", "-p", self._folder, "-c", config])
        wait_until_listening(port, process)
        return Subject("nginx", port, process_stats.only_child(process.pid))

    def haproxy(self, origin, name="haproxy", bind=""):
        port = free_port()
        config = self._write(f"{name}.cfg", HAPROXY, port=port, origin=origin, bind=bind)
        process = self._start([_server("haproxy"), "-db", "-q", "-f", config])
        wait_until_listening(port, process)
        return Subject(name, port, process.pid)

    def h2_front(self, origin):
        """An HTTP/2 server with TLS before the origin, which speaks HTTP/1.1 only. Returns its port and its certificate."""
        certificate = self._certificate()
        return self.haproxy(origin, "h2-front", f"ssl crt {certificate} alpn h2").port, certificate

    def qcc(self, name, *endpoint_options):
        home = self._folder / name.replace(" ", "-")
        home.mkdir(mode=0o700)
        environment = dict(os.environ, QCC_HOME=str(home), QCC_SECRETS="file")
        program = self._binaries / "qcc"
        subprocess.run([program, "add", "bench", "--key-stdin", *endpoint_options], env=environment, check=True,
                       input=b"sk-bench\n", stdout=subprocess.DEVNULL, timeout=START_LIMIT_S)
        log = open(home / "proxy.log", "w", encoding="utf-8")
        process = self._start([program, "proxy", "start", "--listen", "127.0.0.1:0"], env=environment, stdout=log)
        port = port_in(home / "proxy.log", process)
        shown = subprocess.run([program, "claude", "env", "--json"], env=environment, check=True, capture_output=True,
                               timeout=START_LIMIT_S)
        return Subject(name, port, process.pid, json.loads(shown.stdout)["ANTHROPIC_AUTH_TOKEN"])

    def _start(self, command, **options):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)
        self._stack.callback(stop, process)
        return process

    def _write(self, name, template, **values):
        path = self._folder / name
        path.write_text(template.format(folder=self._folder, connections=MAX_CONNECTIONS, **values), encoding="utf-8")
        return path

    def _certificate(self):
        path = self._folder / "h2-front.pem"
        key = self._folder / "h2-front.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", path],
                       check=True, capture_output=True)
        with path.open("a", encoding="utf-8") as both:
            both.write(key.read_text(encoding="utf-8"))
        return path


def _server(name):
    """Servers live in /usr/sbin, which is not in everybody's path."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin")
    if not found:
        raise SystemExit(f"bench: {name} is not installed")
    return found


def free_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def stop(process):
    process.terminate()
    try:
        process.wait(STOP_LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_until_listening(port, process):
    def accepts():
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return True
        return False

    _wait_for(accepts, process)


def port_in(log, process):
    """The port that QCC says it listens on."""
    def said():
        match = re.search(r"proxy listening on http://127\.0\.0\.1:(\d+)", log.read_text(encoding="utf-8"))
        return int(match.group(1)) if match else None

    return _wait_for(said, process)


def _wait_for(question, process):
    deadline = time.monotonic() + START_LIMIT_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SystemExit(f"bench: {process.args[0]} ended with {process.returncode} instead of starting")
        if answer := question():
            return answer
        time.sleep(0.02)
    raise SystemExit(f"bench: {process.args[0]} did not start within {START_LIMIT_S} s")
