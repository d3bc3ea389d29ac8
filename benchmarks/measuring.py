"""One page, measured: by wrk for its speed, and once by hand for what it says and how many bytes it takes."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from serving import CLIENT_CORE

CONNECTIONS = 16
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    url: str
    says: tuple[str, ...]  # what only the right page says
    headers: dict[str, str] = field(default_factory=dict)
    script: str = ""  # a wrk script that sends something else than GET
    environment: dict[str, str] = field(default_factory=dict)
    says_then: tuple[str, ...] = ()  # what it says afterwards, as proof of what the script did


@dataclass(frozen=True, slots=True)
class Figures:
    name: str
    a_second: float
    p50: float  # milliseconds
    p99: float
    plain: int  # bytes
    compressed: int
    share: float = 1.0  # of the floor measured before and after


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None  # a page that sends its reader elsewhere is not the page to be measured


def get(url: str, headers: dict[str, str], *, compressed: bool = False) -> tuple[str, int, list[str]]:
    """The text at `url`, the bytes it took on the wire, and the cookies it set."""
    asked = urllib.request.Request(url, headers=headers | ({"Accept-Encoding": "gzip"} if compressed else {}))
    try:
        response = urllib.request.build_opener(_Stay).open(asked, timeout=30)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{url} answered {error.code}.") from None
    with response:
        body = response.read()
        cookies = [value.split(";")[0] for value in response.headers.get_all("Set-Cookie", [])]
        text = gzip.decompress(body) if response.headers.get("Content-Encoding") == "gzip" else body
    return text.decode(), len(body), cookies


def measure(page: Page, seconds: int) -> Figures:
    """Run wrk on the other core. SystemExit when a single answer was not the one expected."""
    plain = _checked(page, page.says)
    compressed = get(page.url, page.headers, compressed=True)[1]
    for _ in range(20):
        get(page.url, page.headers)  # the first requests compile templates and queries
    a_second, p50, p99 = wrk(page, seconds)
    _checked(page, page.says + page.says_then)
    sizes = (0, 0) if page.script else (plain, compressed)
    return Figures(page.name, a_second, p50, p99, *sizes)


def _checked(page: Page, says: tuple[str, ...]) -> int:
    text, size, _cookies = get(page.url, page.headers)
    for words in says:
        if words not in text:
            raise SystemExit(f"{page.name}: the page does not say “{words}”, so its speed says nothing.")
    return size


def wrk(page: Page, seconds: int) -> tuple[float, float, float]:
    """Requests a second, p50 and p99 in milliseconds."""
    program = shutil.which("wrk")
    if program is None:
        raise SystemExit("wrk is not installed (on Debian: apt-get install wrk).")
    command = ["taskset", "-c", str(CLIENT_CORE), program, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    command += [part for name, value in page.headers.items() for part in ("-H", f"{name}: {value}")]
    command += ["-s", str(Path(__file__).with_name(page.script))] if page.script else []
    environment = os.environ | page.environment
    ran = subprocess.run([*command, page.url], capture_output=True, text=True, env=environment, check=False)
    if ran.returncode or "Requests/sec:" not in ran.stdout:
        raise SystemExit(f"{page.name}: wrk could not measure: {(ran.stderr or ran.stdout).strip()}")
    for trouble in ("Non-2xx or 3xx responses:", "Socket errors:"):
        if trouble in ran.stdout:
            line = next(line.strip() for line in ran.stdout.splitlines() if trouble in line)
            raise SystemExit(f"{page.name}: {line}.")
    return _number(r"Requests/sec:\s+([\d.]+)", ran.stdout), _time("50", ran.stdout), _time("99", ran.stdout)


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    if found is None:
        raise SystemExit(f"wrk said something unexpected: {text}")
    return float(found[1])


def _time(share: str, text: str) -> float:
    found = re.search(rf"{share}%\s+([\d.]+)(us|ms|s|m)\b", text)
    if found is None:
        raise SystemExit(f"wrk said something unexpected: {text}")
    return float(found[1]) * _UNITS[found[2]]


def whole_page(page: Page, origin: str) -> int:
    """Compressed bytes of the page with its stylesheet, its script and every module that this script may ask for."""
    text, total, _cookies = get(page.url, page.headers, compressed=True)
    waiting = re.findall(r'(?:<link rel="stylesheet" href|<script type="module" src)="([^"]+)"', text)
    if len(waiting) < 2:
        raise SystemExit("The page names no stylesheet or no script.")
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        words, size, _cookies = get(origin + address, page.headers, compressed=True)
        total += size
        if address.endswith(".js"):
            folder = address.rsplit("/", 1)[0]
            waiting += [f"{folder}/{name}" for name in re.findall(r'(?:import|from)\s*\(?\s*"\./([^"]+)"', words)]
    return total
