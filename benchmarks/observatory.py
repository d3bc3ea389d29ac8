"""Mozilla's observatory scanner (npm's @mdn/mdn-http-observatory) against the production server: A+ or it fails.

The scanner wants a host with TLS, so the server runs under production's settings (ALLIES_ORIGIN=https://…,
ALLIES_BEHIND_PROXY=yes) behind a small TLS front, all on loopback, with a certificate made for this run that the
scanner is told to trust. It sees what a visitor sees; the browser tests hold that signed-in pages carry the same.

    python benchmarks/observatory.py [--scanner FOLDER]     FOLDER: where npm has installed it before
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from serving import serving
from tls_front import front, make_certificate

ROOT = Path(__file__).resolve().parent.parent
SCANNER = "@mdn/mdn-http-observatory"
VERSION = "1.4.8"
PAGES = ("/", "/answers/", "/answers/coin/", "/learn/", "/join/", "/sign-in/", "/help/now/", "/safety/")
SCAN = """
import { scan } from "%s/src/index.js";
for (const page of JSON.parse(process.argv[1])) {
    const { scan: { grade, score, testsPassed, testsQuantity }, tests } = await scan(page);
    const results = Object.entries(tests).map(([name, test]) => [name, test.pass, test.result, test.scoreModifier]);
    console.log(JSON.stringify({ page, grade, score, testsPassed, testsQuantity, results }));
}
"""


def install(folder: Path) -> Path:
    """The scanner's folder. Install scripts are not run: one compiles a PostgreSQL client, another fetches lists."""
    package = folder / "node_modules" / SCANNER
    if not package.exists():
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
        command = ["npm", "install", *quiet, "--prefix", str(folder), f"{SCANNER}@{VERSION}"]
        if not shutil.which("npm") or subprocess.call(command, stdout=subprocess.DEVNULL):
            raise SystemExit("The scanner could not be installed: it needs npm, node 20 or newer and npm's registry.")
    preloaded = package / "conf" / "hsts-preload.json"
    if not preloaded.exists():
        preloaded.write_text("{}")  # browsers' list of hosts that are always TLS: ours counts as not on it
    return package


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def scanned(package: Path, port: int, certificate: Path) -> list[dict[str, Any]]:
    hosts = json.dumps([f"localhost:{port}{page}" for page in PAGES])
    command = ["node", "--input-type=module", "-e", SCAN % package, hosts]
    environment = os.environ | {"NODE_EXTRA_CA_CERTS": str(certificate)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"The scanner stopped: {done.stderr.strip() or done.stdout.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scanner", type=Path, help="where npm has installed the scanner before")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as given:
        folder, port, behind = Path(given), free_port(), free_port()
        package = install(options.scanner or folder / "scanner")
        certificate, key = make_certificate(folder)
        outside = {name: value for name, value in os.environ.items() if not name.startswith("ALLIES_")}
        environment = outside | {
            "ALLIES_DATA": str(folder / "data"),
            "ALLIES_ORIGIN": f"https://localhost:{port}",
            "ALLIES_BEHIND_PROXY": "yes",
            "DJANGO_SETTINGS_MODULE": "allies.settings",
        }
        prepare = [sys.executable, "-m", "allies.cli", "prepare", "--demo"]
        subprocess.run(prepare, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        application = serving("allies.wsgi:application", port=behind, folder=ROOT, environment=environment)
        with application, front(port, behind, certificate, key):
            results = scanned(package, port, certificate)
    print(f"{SCANNER} {VERSION}, granian behind TLS on loopback, production's settings, as a visitor:")
    for result in results:
        page = "/" + result["page"].partition("/")[2]
        passed = f"{result['testsPassed']}/{result['testsQuantity']} passed"
        print(f"  {page:<16} {result['grade']:<3} {result['score']:>4}   {passed}")
        for name, fine, outcome, modifier in result["results"]:
            if not fine or modifier < 0:
                print(f"      {name}: {outcome} ({modifier})")
    if len(results) != len(PAGES) or any(result["grade"] != "A+" for result in results):
        sys.exit("Not A+ everywhere.")


if __name__ == "__main__":
    main()
