"""Servers for a measurement: one worker on one core, started here and ended here, whatever happens in between."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SERVER_CORE, CLIENT_CORE = 0, 1


@contextmanager
def serving(application: str, *, port: int, folder: Path, environment: dict[str, str]) -> Iterator[int]:
    """Granian with one worker and one thread for Python on the first core. Gives the server's process id."""
    if taken(port):
        raise SystemExit(f"Port {port} is taken: choose another one with --port.")
    command = ["taskset", "-c", str(SERVER_CORE), sys.executable, "-m", "granian", "--interface", "wsgi"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "1"]
    command += ["--log-level", "warning", application]
    server = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True)
    try:
        _wait(server, port)
        yield server.pid
    finally:
        _end(server)


def taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def megabytes(server: int) -> float:
    """What a server holds in memory (RSS of the process that watches and of its worker), in MB."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    status = [Path(f"/proc/{process}/status").read_text() for process in (server, *children)]
    lines = [line for text in status for line in text.splitlines() if line.startswith("VmRSS:")]
    return sum(int(line.split()[1]) for line in lines) / 1024


def _wait(server: subprocess.Popen[bytes], port: int, seconds: int = 60) -> None:
    for _ in range(seconds * 10):
        if server.poll() is not None:
            raise SystemExit("The server ended before it answered; what it said stands above.")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise SystemExit(f"The server did not answer within {seconds} seconds.")


def _end(server: subprocess.Popen[bytes]) -> None:
    """The server and its worker: they are a process group of their own."""
    for sign, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        with suppress(ProcessLookupError):
            os.killpg(server.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            server.wait(patience)
            break
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
