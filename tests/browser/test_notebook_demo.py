"""The demo's month of notes: each page whole for eyes and ears, and the week of the coin found again in it."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.demo.site import DemoSite
from tests.browser.inspecting import Inspector

PAGES = (
    "",
    "days/",
    "days/month/",
    "days/patterns/",
    "days/charts/",
    "days/quick/",
    "life/",
    "boundaries/",
    "openings/",
)


def test_a_month_looked_at(demo: DemoSite, browser: Browser) -> None:
    context = demo.context(browser, "HarborLight")
    inspector = Inspector(context, demo.url)
    for each in PAGES:
        inspector.open(f"/notes/{each}")
        inspector.fits()
        inspector.axe()
    page = inspector.page
    page.goto("/notes/days/")
    page.get_by_role("link", name="Kept my boundary").first.click()
    expect(page.get_by_label("Anything else?")).to_have_value(
        "Then he put a coin on the table. Twenty-four hours. I hugged him and said that I am proud of him."
    )
    page.goto("/notes/days/patterns/")
    expect(page.get_by_text("At night there was use on")).to_be_visible()
    assert not inspector.faults, "\n".join(inspector.faults)
    context.close()


def test_fear_closes_the_choice(demo: DemoSite, browser: Browser) -> None:
    context = demo.context(browser, "HarborLight")
    inspector = Inspector(context, demo.url)
    inspector.open("/notes/cushions/")
    page = inspector.page
    page.get_by_role("link", name="I wake him for work").click()
    page.get_by_text("Yes, or I am not sure").click()
    page.get_by_role("button", name="Choose this one to stop").click()
    expect(page.get_by_role("heading", name="Safety comes first")).to_be_visible()
    expect(page.get_by_role("region", name="Urgent help")).to_be_visible()
    inspector.fits()
    inspector.axe()
    page.goto("/notes/cushions/")
    expect(page.get_by_text("Stopping · I pay his phone bill")).to_be_visible()
    assert not inspector.faults, "\n".join(inspector.faults)
    context.close()
