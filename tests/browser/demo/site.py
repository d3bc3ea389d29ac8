"""The demo's site on the production server, on a port of its own: made once, copied for each worker of the tests."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext

ROOT = Path(__file__).resolve().parents[3]
MADE = "allies_browser_demo"  # what the PostgreSQL database is called that the others are copied from


@dataclass(frozen=True)
class DemoSite:
    url: str
    folder: Path
    environ: dict[str, str] = field(repr=False)

    @property
    def exit_url(self) -> str:
        return self.environ["ALLIES_EXIT_URL"]

    def context(self, browser: Browser, name: str = "", **options: object) -> BrowserContext:
        """A browser of its own, signed in as `name` of the cast, or of somebody who is not."""
        wishes: dict[str, object] = {"viewport": {"width": 1280, "height": 900}, "locale": "en-US", **options}
        opened = browser.new_context(base_url=self.url, **wishes)  # type: ignore[arg-type]
        opened.set_default_timeout(15_000)
        if name:
            key = json.loads((self.folder / "sessions.json").read_text())[name]
            opened.add_cookies([{"name": "notes", "value": key, "url": self.url}])
        return opened

    def code(self, name: str) -> str:
        """What `allies demo-code` says."""
        command = [sys.executable, "-m", "allies.cli", "demo-code", name]
        environ = {name: value for name, value in self.environ.items() if name != "ALLIES_EXIT_URL"}  # no https here
        said = subprocess.run(command, env=environ, capture_output=True, text=True)
        assert said.returncode == 0, said.stderr
        return said.stdout.strip()


def _environ(folder: Path, database: str, **more: str) -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("ALLIES_", "DJANGO_"))}
    return outside | {
        "ALLIES_DATA": str(folder),
        "ALLIES_DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "tests.browser.demo.settings",
        "PYTHONPATH": str(ROOT),
        **more,
    }


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _ask(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


@contextmanager
def _made(shared: Path, folder: Path, name: str) -> Iterator[str]:
    """A copy of the demo in `folder`, made from the one in `shared`, which is made when it is not there yet.

    Yields the copy's database address: empty for SQLite, whose file is in the folder.
    """
    server = os.environ.get("ALLIES_DATABASE_URL", "")
    first, own = (urlunsplit(urlsplit(server)._replace(path=f"/{each}")) if server else "" for each in (MADE, name))
    with _alone(shared):
        if not (shared / "demo" / "sessions.json").exists():
            (shared / "demo").mkdir(exist_ok=True)
            if server:
                _ask(server, f"DROP DATABASE IF EXISTS {MADE}")
                _ask(server, f"CREATE DATABASE {MADE}")
            build = [sys.executable, "-m", "tests.browser.demo.build"]
            made = subprocess.run(build, env=_environ(shared / "demo", first), capture_output=True, text=True)
            assert made.returncode == 0, f"The demo could not be made: {made.stdout}{made.stderr}"
        shutil.copytree(shared / "demo", folder)
        if server:
            _ask(server, f"DROP DATABASE IF EXISTS {name}")
            _ask(server, f"CREATE DATABASE {name} TEMPLATE {MADE}")
    yield own
    if server:
        with _alone(shared):
            shutil.rmtree(shared / "demo", ignore_errors=True)
            for each in (MADE, name):
                _ask(server, f"DROP DATABASE IF EXISTS {each} WITH (FORCE)")


@contextmanager
def running(shared: Path, folder: Path, exit_url: str) -> Iterator[DemoSite]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://localhost:{port}"
    with _made(shared, folder, f"{MADE}_{os.getpid()}") as database:
        environ = _environ(folder, database, ALLIES_ORIGIN=url, ALLIES_EXIT_URL=exit_url)
        options = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "4"]
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            *options,
            "--no-log",
            "allies.wsgi:application",
        ]
        server = subprocess.Popen(command, env=environ)
        for _time in range(600):
            with suppress(HTTPError, URLError, OSError):
                urlopen(f"{url}/robots.txt", timeout=5).close()  # noqa: S310 - our own address
                break
            assert server.poll() is None, "The demo's server did not start."
            time.sleep(0.1)
        yield DemoSite(url, folder, environ)
        server.terminate()
        server.wait(timeout=20)
