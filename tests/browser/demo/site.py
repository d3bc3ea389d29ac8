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


def _database(name: str) -> str:
    """The address of the database `name` on the tests' server; empty for SQLite, whose file is in the folder."""
    server = os.environ.get("ALLIES_DATABASE_URL", "")
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}")) if server else ""


def _ask(*statements: str) -> None:
    import psycopg

    if server := os.environ.get("ALLIES_DATABASE_URL"):
        with psycopg.connect(server, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)  # type: ignore[call-overload]


def _copy(shared: Path, folder: Path, name: str) -> None:
    """Into `folder` and the database `name`, from what is made once in `shared`."""
    with _alone(shared):
        if not (shared / "demo" / "sessions.json").exists():
            (shared / "demo").mkdir(exist_ok=True)
            _ask(f"DROP DATABASE IF EXISTS {MADE}", f"CREATE DATABASE {MADE}")
            build = [sys.executable, "-m", "tests.browser.demo.build"]
            environ = _environ(shared / "demo", _database(MADE))
            made = subprocess.run(build, env=environ, capture_output=True, text=True)
            assert made.returncode == 0, f"The demo could not be made: {made.stdout}{made.stderr}"
        shutil.copytree(shared / "demo", folder)
        _ask(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE {MADE}")


def forget(shared: Path) -> None:
    """What the copies were made from. Who comes later makes it again."""
    with _alone(shared):
        shutil.rmtree(shared / "demo", ignore_errors=True)
        _ask(f"DROP DATABASE IF EXISTS {MADE} WITH (FORCE)")


@contextmanager
def running(shared: Path, folder: Path, exit_url: str) -> Iterator[DemoSite]:
    """A copy of the demo in `folder`, served; ended and gone afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url, name = f"http://localhost:{port}", f"{MADE}_{os.getpid()}_{port}"
    _copy(shared, folder, name)
    environ = _environ(folder, _database(name), ALLIES_ORIGIN=url, ALLIES_EXIT_URL=exit_url)
    options = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "4", "--no-log"]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", *options, "allies.wsgi:application"]
    server = subprocess.Popen(command, env=environ)
    try:
        for _time in range(600):
            with suppress(HTTPError, URLError, OSError):
                urlopen(f"{url}/robots.txt", timeout=5).close()  # noqa: S310 - our own address
                break
            assert server.poll() is None, "The demo's server did not start."
            time.sleep(0.1)
        yield DemoSite(url, folder, environ)
    finally:
        server.terminate()
        server.wait(timeout=20)
        _ask(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
