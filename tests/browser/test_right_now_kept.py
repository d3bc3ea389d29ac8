"""“What can I do right now?” without a connection: only where its reader said so, and with the server's answers."""

from __future__ import annotations

import json
import random
from dataclasses import asdict

from playwright.sync_api import Browser, Page, expect

from allies.craft.responding import respond
from allies.craft.situation import CHOICES, Situation
from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector
from tests.browser.joining import join
from tests.browser.test_right_now import inspector as inspector
from tests.browser.test_right_now import tap
from tests.browser.walking import PHONE

SAMPLE = 5000
KEPT = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map((each) => new URL(each.url).pathname)))).flat()"""

LATE = """() => {  // what the worker asks for to keep comes when `go` is called
    const real = self.fetch;
    const go = new Promise((resolve) => { self.go = resolve; });
    const [asked, came] = ["asked", "came"].map((name) => new Promise((resolve) => { self[name] = resolve; }));
    const late = () => new Promise((resolve) => setTimeout(resolve, 10_000, false));
    const soon = (step) => Promise.race([step.then(() => true), late()]);
    self.steps = { asked: () => soon(asked), came: () => soon(came) };
    self.fetch = async (address, ...rest) => {
        if (address !== "/now/kept/") return real(address, ...rest);
        self.asked();
        await go;
        return real(address, ...rest).finally(self.came);
    };
}"""


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_text("It is kept on this device.")).to_be_visible()


def test_without_a_connection_only_where_she_said_so(inspector: Inspector) -> None:
    page, context = inspector.page, inspector.page.context
    inspector.open("/now/")
    assert "/now/kept/" not in page.evaluate(KEPT)
    keep(page)
    inspector.axe()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    context.set_offline(True)
    page.goto("/now/")
    tap(page, "They came home drunk or high", "No", "Children are there, we live apart", "No", "Upset")
    expect(page.get_by_role("heading", level=1)).to_have_text("Step away, kindly")
    expect(page.get_by_text("Keep the children with a sober adult")).to_be_visible()
    page.get_by_role("button", name="Change an answer").click()
    tap(page, "Talk of dying, theirs or mine", "No", "I cannot tell")
    expect(page.get_by_role("link", name="988").first).to_be_visible()
    context.set_offline(False)
    page.goto("/now/")
    page.get_by_role("button", name="Remove it from this device").click()
    expect(page.get_by_text("It is not on this device any more.")).to_be_visible()
    assert "/now/kept/" not in page.evaluate(KEPT)
    context.set_offline(True)
    tap(page, "They lied to me", "No", "No", "They see no problem", "Neither", "Calm enough")
    expect(page.get_by_role("alert")).to_contain_text("Your taps are still here")


def test_what_was_removed_does_not_come_back_with_an_answer_under_way(inspector: Inspector) -> None:
    page = inspector.page
    inspector.open("/now/")
    keep(page)
    (worker,) = page.context.service_workers
    worker.evaluate(LATE)
    page.goto("/now/")
    assert worker.evaluate("() => self.steps.asked()")
    page.get_by_role("button", name="Remove it from this device").click()
    expect(page.get_by_text("It is not on this device any more.")).to_be_visible()
    worker.evaluate("() => self.go()")
    assert worker.evaluate("() => self.steps.came()")
    page.wait_for_timeout(1000)  # to be written in, if it were
    assert "/now/kept/" not in page.evaluate(KEPT)


def test_leaving_takes_it_from_the_device(demo: DemoSite, browser: Browser) -> None:
    context = demo.context(browser)
    page = context.new_page()
    join(page, "patient heron")
    page.goto("/now/")
    keep(page)
    page.locator("header .exit").click()
    page.wait_for_url(demo.exit_url)
    page.goto(f"{demo.url}/robots.txt")
    assert "/now/kept/" not in page.evaluate(KEPT)
    context.close()


def test_the_device_answers_as_the_server_does(inspector: Inspector) -> None:
    page = inspector.page
    inspector.open("/now/kept/")
    chance = random.Random(7)
    situations = [Situation(event=event) for event in CHOICES["event"]]  # type: ignore[arg-type]
    while len(situations) < SAMPLE + len(CHOICES["event"]):
        situations.append(Situation(**{name: chance.choice(values) for name, values in CHOICES.items()}))  # type: ignore[arg-type]
    script = """async (given) => {
        const rules = JSON.parse(document.getElementById("now-words").textContent).rules;
        const { respond } = await import(document.querySelector('link[href*="now-rules"]').href);
        return given.map((each) => respond(each, rules));
    }"""
    answers = page.evaluate(script, [asdict(each) for each in situations])
    expected = json.loads(json.dumps([asdict(respond(each)) for each in situations]))
    assert len({answer["why"] for answer in answers}) > 50
    for situation, answer, wanted in zip(situations, answers, expected, strict=True):
        assert answer == wanted, situation
