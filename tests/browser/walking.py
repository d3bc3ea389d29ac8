"""Several of the cast at once, each on a screen of their own, whose pages are looked at as they are passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector

PHONE = {"width": 360, "height": 740}


class Walker(Inspector):
    """Somebody of the cast on a screen of their own."""

    def __init__(self, demo: DemoSite, context: BrowserContext, size: dict[str, int], *, whole: bool) -> None:
        super().__init__(context, demo.url)
        self.size, self.whole = size, whole

    @property
    def here(self) -> str:
        return self.page.url.removeprefix(self.site).partition("#")[0]

    def look(self, *, again: bool = True) -> None:
        """What holds for every page; `whole` with the screens and axe. `again`: load it, as one can after no error."""
        if again:
            self.open(self.here)
        if not self.whole:
            return
        if again:
            self.fits()
        self.axe()
        self.page.set_viewport_size(self.size)  # type: ignore[arg-type]

    def visit(self, path: str) -> None:
        self.open(path)
        self.look(again=False)

    def push(self, name: str | re.Pattern[str]) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str | re.Pattern[str]) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def sees(self, *words: str | re.Pattern[str]) -> None:
        for each in words:
            expect(self.page.locator("main")).to_contain_text(each)

    def reads_nothing_of(self, *words: str) -> None:
        for each in words:
            expect(self.page.locator("main")).not_to_contain_text(each)


@contextmanager
def walking(demo: DemoSite, browser: Browser, *, scripts: bool = True) -> Iterator[dict[str, Walker]]:
    """Alice on a phone, with or without scripts, the team at a desk; at the end nobody's pages had a fault."""
    wide = {"width": 1280, "height": 900}
    sizes = {"Alice": PHONE, "Bob": PHONE, "Sam": wide, "Rhea": wide, "": PHONE}
    runs = {name: scripts or name != "Alice" for name in sizes}
    contexts = {
        name: demo.context(browser, name, viewport=size, java_script_enabled=runs[name]) for name, size in sizes.items()
    }
    walkers = {name: Walker(demo, contexts[name], size, whole=scripts) for name, size in sizes.items()}
    yield walkers
    for context in contexts.values():
        context.close()
    faults = [f"{name or 'visitor'}: {fault}" for name, each in walkers.items() for fault in each.faults]
    faults = [fault for fault in faults if "status of 422" not in fault]  # the browser says so of forms that came back
    assert not faults, "\n".join(faults)
