"""`allies serve`: the production server on this machine, with everything it needs made ready first.

A start that finds nothing changed since the last one skips the making ready, and with it a whole import of Django.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn
from urllib.error import URLError
from urllib.request import urlopen

from allies import env

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


def serve(arguments: list[str]) -> None:
    parser = _Parser(prog="allies serve", description="Run the site on this machine.")
    parser.add_argument("--port", type=_port, default=8000, help="where to listen on 127.0.0.1 (8000)")
    parser.add_argument("--no-demo", action="store_true", help="leave an empty site empty")
    options = parser.parse_args(arguments)
    os.environ.setdefault("ALLIES_ORIGIN", f"http://{HOST}:{options.port}")
    _check_port(options.port)
    data = env.folder("DATA", ROOT / "var")
    if not _ready(data):
        command = [sys.executable, "-m", "allies.cli", "prepare", *([] if options.no_demo else ["--demo"])]
        code = subprocess.call(command)  # noqa: S603 - our own words alone
        if code:
            sys.exit(code)
        _keep_stamp(data)
    _run(options.port, data)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. `{self.prog} --help` says more.\n")


def _port(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not “{value}”")
    return int(value)


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = (
                "is taken by another program"
                if error.errno == errno.EADDRINUSE
                else f"cannot be used ({error.strerror})"
            )
            sys.exit(f"Port {port} {reason}. Choose another one with --port.")


def _run(port: int, data: Path) -> None:
    """The server as a child of its own, told to stop when this process is; once a minute what falls due meanwhile."""
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    options = ["--workers", "1", "--blocking-threads", "4", "--workers-kill-timeout", "5", "--log-level", "warning"]
    server = subprocess.Popen([*granian, *options, "allies.wsgi:application"])  # noqa: S603 - our own words alone
    for wish in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wish, lambda *_: server.terminate())
    _announce(server, f"http://{HOST}:{port}", data)
    while True:
        with suppress(subprocess.TimeoutExpired):
            sys.exit(max(0, server.wait(timeout=60)))
        subprocess.call([sys.executable, "-m", "allies.cli", "run-due"], stdout=subprocess.DEVNULL)


def _announce(server: subprocess.Popen[bytes], address: str, data: Path) -> None:
    while server.poll() is None:
        with suppress(URLError, OSError):
            urlopen(f"{address}/robots.txt", timeout=5).close()  # noqa: S310 - our own address
            break
        time.sleep(0.02)
    else:
        return
    notes = data / "demo"
    print(f"Allies is at {address}   (Ctrl-C ends it)")
    print(
        notes.read_text() if notes.exists() else "`allies create-member NAME --role operator` makes the first member.",
        flush=True,
    )


def _fingerprint() -> str:
    """Changes when code, content or database is another than the last time."""
    digest = hashlib.sha256(env.text("DATABASE_URL").encode() + env.text("ORIGIN").encode())
    for folder in (ROOT / "allies", env.folder("CONTENT", ROOT / "content")):
        for path in sorted(folder.rglob("*")):
            if path.suffix != ".pyc" and path.is_file():
                stat = path.stat()
                digest.update(f"{path}{stat.st_size}{stat.st_mtime_ns}".encode())
    return digest.hexdigest()


def _applied(data: Path) -> list[list[str]] | None:
    """The migrations in the SQLite database; None when there is none, or another database is used."""
    path = data / "allies.sqlite3"
    if env.text("DATABASE_URL") or not path.exists():
        return None
    from allies.sqlite import sqlite3

    with suppress(sqlite3.Error), sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return [list(row) for row in database.execute("SELECT app, name FROM django_migrations ORDER BY app, name")]
    return None


def _ready(data: Path) -> bool:
    applied = _applied(data)
    with suppress(OSError, ValueError):
        return applied is not None and json.loads((data / "prepared.json").read_text()) == [_fingerprint(), applied]
    return False


def _keep_stamp(data: Path) -> None:
    (data / "prepared.json").write_text(json.dumps([_fingerprint(), _applied(data)]))
