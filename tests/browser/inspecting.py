"""What must hold on every page, whoever looks: nothing from elsewhere, nothing inline, nothing kept, nothing told."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page, Response

LOADING = {"src", "href", "srcset", "poster", "action", "formaction", "data", "background", "manifest"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """async (rules) => (await axe.run({runOnly: rules, resultTypes: ['violations']})).violations.flatMap((each) =>
    each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 200)} ${node.failureSummary.slice(0, 300)}`))"""
DOORS = """() => [...document.querySelectorAll('header .doors a')].map((door) => {
    const box = door.getBoundingClientRect();
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    return inside && door.contains(there) && box.height >= 44;
})"""
DOWN = "scrollTo({top: document.body.scrollHeight, behavior: 'instant'})"
UP = "scrollTo({top: 0, behavior: 'instant'})"


class Served(HTMLParser):
    """The HTML as it left the server: its links, and what it names that it should not."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.faults: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(given.get("href", ""))
        else:
            self.faults += [
                f"<{tag} {name}> names another host: {given[name]}"
                for name in LOADING & set(given)
                if given[name].strip().startswith(("http:", "https:", "//", "data:"))
            ]
        self.faults += [f"<{tag} {name}> is inline" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.faults.append(f"an inline <{tag}>")


class Inspector:
    """Goes to pages in `context` and writes down every fault it meets."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site, self.faults, self.seen = site, list[str](), set[str]()
        self.page: Page = context.new_page()
        self.page.emulate_media(reduced_motion="reduce")
        context.on("request", lambda asked: self._note_request(asked.url))
        context.on("console", lambda said: self._note(said.text) if said.type in {"error", "warning"} else None)
        context.on("weberror", lambda broken: self._note(str(broken.error)))

    def _note(self, fault: str) -> None:
        self.faults.append(f"{self.page.url.removeprefix(self.site)}: {fault}")

    def _note_request(self, url: str) -> None:
        if urlsplit(url).scheme in {"http", "https"} and not url.startswith(f"{self.site}/"):
            self._note(f"asks another host: {url}")

    def open(self, path: str, status: int = 200) -> list[str]:
        """Go to `path`; returns the addresses of this site that it links to."""
        response = self.page.goto(path, wait_until="load")
        assert response is not None, path
        if status >= 400:  # the browser says so in its console, too
            self.faults = [fault for fault in self.faults if f"status of {status}" not in fault]
        if response.status != status:
            self._note(f"answers {response.status} instead of {status}")
        desk = urlsplit(self.page.url).path.startswith("/cms/")
        served = Served(response.text())
        if not desk:
            for fault in [*served.faults, *header_faults(response)]:
                self._note(fault)
            if self.page.title() != "Notes":
                self._note(f"the title tells: {self.page.title()}")
        if "no-store" not in response.headers.get("cache-control", ""):
            self._note("may be kept by the browser")
        menu = (
            re.findall(r'"url": "(/cms/[^"]*)"', response.text()) if desk else []
        )  # the desk's menu is drawn by a script
        here = {urljoin(self.page.url, link).partition("#")[0] for link in [*served.links, *menu]}
        return [link.removeprefix(self.site) for link in sorted(here) if link.startswith(f"{self.site}/")]

    def fits(self) -> None:
        """On narrow phones and at 400 % zoom nothing sticks out, and both doors can be pressed, also further down."""
        for width, height in ((360, 740), (320, 480), (320, 256)):
            self.page.set_viewport_size({"width": width, "height": height})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                self._note(f"is {wide} wide at {width}")
            for _time in range(2):
                if self.page.evaluate(DOORS) != [True, True]:
                    self._note(f"hides a door at {width}×{height}, at {self.page.evaluate('scrollY')}")
                self.page.evaluate(DOWN)

    def axe(self) -> None:
        """Both themes, both widths; on a screen as high as the page, so that the bar at its foot covers no target."""
        self.page.evaluate(AXE_SCRIPT)
        for width in (360, 1280):
            self.page.set_viewport_size({"width": width, "height": 800})
            height = self.page.evaluate("document.documentElement.scrollHeight") + 100
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.evaluate(UP)  # nor the one at its head
            for theme in ("light", "dark"):
                self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
                for found in self.page.evaluate(AXE, RULES):
                    self._note(f"{theme} {width}: {found}")


def header_faults(response: Response) -> list[str]:
    headers: dict[str, Any] = response.headers
    policy = headers.get("content-security-policy", "")
    wanted = {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    if "/shared/" in response.url:
        wanted["referrer-policy"] = "no-referrer"  # its address is all that it takes to read it
    faults = [f"{name} is {headers.get(name)}" for name, value in wanted.items() if headers.get(name) != value]
    loose = [word for word in ("unsafe", "http", "*", "data:", "blob:") if word in policy]
    if loose or not policy.startswith("default-src 'none'"):
        faults.append(f"the content policy is not strict: {policy}")
    return faults
