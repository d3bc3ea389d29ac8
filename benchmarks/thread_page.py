"""How fast the pages are that members open most, as a share of the least work that Django can do for such a page.

    python benchmarks/thread_page.py                         # 1,000 members, 200 posts, 1,000 comments
    python benchmarks/thread_page.py --scale 100 --compare small.json

Everything happens in a folder that is thrown away: migrate, seed, start the production server and floor.py on the first
core, and wrk on the second. Machines are never quite idle, so page and floor take turns, and medians are told.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import table
from measuring import Figures, Page, get, measure, whole_page
from serving import megabytes, serving, taken

HERE = Path(__file__).resolve().parent
HOST = "allies.example"
SLICE = 2  # seconds of each turn
# What a reverse proxy adds to a browser's request.
PROXIED = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}


def main() -> None:
    wanted = arguments()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not installed (on Debian: apt-get install wrk).")
    if (os.cpu_count() or 1) < 2:
        raise SystemExit("The server and wrk need a core each; this machine has one.")
    for port in (wanted.port, wanted.port + 1):
        if taken(port):
            raise SystemExit(f"Port {port} is taken: choose another one with --port.")
    before = json.loads(wanted.compare.read_text()) if wanted.compare else None
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended."))
    with tempfile.TemporaryDirectory(prefix="allies-benchmark-") as folder:
        run = measured(Path(folder), wanted)
    written = table.markdown(run, before)
    print(f"\n{written}")
    if wanted.json:
        wanted.json.write_text(json.dumps(run, indent=2) + "\n")
    if wanted.markdown:
        wanted.markdown.write_text(written + "\n")
    if wanted.update_readme:
        table.update(HERE.parent / "README.md", written)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--scale", type=int, default=1, help="times the data; the measured thread stays as it is")
    parser.add_argument("--duration", type=int, default=10, metavar="SECONDS", help="for each page")
    parser.add_argument("--port", type=int, default=8198, help="and the one after it, for the floor")
    parser.add_argument(
        "--compare", type=Path, metavar="FILE", help="the --json of a smaller run: how many times slower?"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    parser.add_argument("--update-readme", action="store_true", help="put the table into README.md")
    return parser.parse_args()


def measured(folder: Path, wanted: argparse.Namespace) -> dict[str, Any]:
    """Seed, serve and measure the site, then the floor."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ALLIES_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "allies.settings",
        "PYTHONPATH": str(HERE.parent),
        "ALLIES_DATA": str(folder / "data"),
        "ALLIES_ORIGIN": f"https://{HOST}",
        "ALLIES_BEHIND_PROXY": "yes",
    }
    begun = time.monotonic()
    seeded = _json([sys.executable, str(HERE / "seeding.py"), str(wanted.scale)], environment)
    floor = folder / "floor"
    subprocess.run([sys.executable, str(HERE / "floor.py"), "seed", str(floor)], check=True)
    print(f"seeded in {time.monotonic() - begun:.0f} s")
    run: dict[str, Any] = {"facts": table.facts(wanted.scale, wanted.duration)}
    run |= {name: seeded[name] for name in ("members", "posts", "comments")}
    origin, beside = f"http://127.0.0.1:{wanted.port}", wanted.port + 1
    with (
        serving("allies.wsgi:application", port=wanted.port, folder=HERE.parent, environment=environment) as server,
        serving("floor:application", port=beside, folder=HERE, environment=os.environ | {"FLOOR_DIR": str(floor)}),
    ):
        visitor, member = readers(origin, seeded)
        least = Page("the floor", f"http://127.0.0.1:{beside}/blocks/", ("id=c99",))
        run |= compared(pages(origin, seeded, visitor, member), least, wanted.duration)
        run["whole_page"] = whole_page(Page("", origin + seeded["thread"], (), member["headers"]), origin)
        run["memory"] = megabytes(server)
    return run


def compared(wanted: list[Page], least: Page, seconds: int) -> dict[str, Any]:
    """Each page and the floor in turns of two seconds: the turn with the median share speaks for the page."""
    floors, found = [measure(least, SLICE)], []
    for page in wanted:
        turns = []
        for _ in range(max(1, seconds // SLICE)):
            figures = measure(page, SLICE)
            floors.append(measure(least, SLICE))
            around = (floors[-2].a_second + floors[-1].a_second) / 2
            turns.append(replace(figures, share=figures.a_second / around))
        found.append(told(_middle(turns, "share")))
    return {"pages": [asdict(figures) for figures in found], "floor": asdict(told(_middle(floors, "a_second")))}


def _middle(turns: list[Figures], by: str) -> Figures:
    return sorted(turns, key=attrgetter(by))[len(turns) // 2]


def readers(origin: str, seeded: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the browser of a visitor and of a member sends; the member has opened a page before, so has a form token."""
    cookie = "; ".join(f"{name}={value}" for name, value in seeded["cookies"].items())
    text, _size, cookies = get(origin + seeded["other"], PROXIED | {"Cookie": cookie})
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text)
    if token is None:
        raise SystemExit("The member is not signed in: the page holds no form.")
    headers = PROXIED | {"Cookie": "; ".join([cookie, *cookies]), "Origin": f"https://{HOST}"}
    return {"headers": PROXIED}, {"headers": headers, "environment": {"TOKEN": token[1]}}


def pages(origin: str, seeded: dict[str, Any], visitor: dict[str, Any], member: dict[str, Any]) -> list[Page]:
    mine, last = 'href="/me/"', seeded["last_comment"]
    thread, other = origin + seeded["thread"], origin + seeded["other"]
    return [
        Page("post with 100 comments, signed in", thread, (mine, last, 'id="write"'), **member),
        Page("post with 100 comments, visitor", thread, (last, 'href="/join/"'), **visitor),
        Page("list of posts, signed in", f"{origin}/answers/", (mine, 'class="teaser"'), **member),
        Page("list of modules, signed in", f"{origin}/learn/", (mine, 'class="way"'), **member),
        Page("lesson, signed in", origin + seeded["lesson"], (mine, 'id="done"'), **member),
        Page("posting a comment", other, (mine,), **member, script="comment.lua", says_then=("<p>Number ",)),
    ]


def told(figures: Figures) -> Figures:
    speed = f"{figures.a_second:8.0f} a second {figures.share:7.1%}"
    print(f"{figures.name:36}{speed}   p50 {figures.p50:6.1f} ms   p99 {figures.p99:6.1f} ms", flush=True)
    return figures


def _json(command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    ran = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if ran.returncode:
        raise SystemExit("The data could not be made; what went wrong stands above.")
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("\nEnded.") from None
