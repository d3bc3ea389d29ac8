"""Two members and one plan on two phones; and a page that a counsellor reads without an account."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.demo.site import DemoSite
from tests.browser.walking import walking

OURS = "When there is shouting, we both leave the room."
HERS = "I am glad that he said yes to this."


@pytest.mark.parametrize("scripts", [True, False], ids=["with a script", "without"])
def test_two_parents_one_plan(demo: DemoSite, browser: Browser, scripts: bool) -> None:
    with walking(demo, browser, scripts=scripts) as cast:
        alice, bob = cast["Alice"], cast["Bob"]
        alice.visit("/notes/")
        alice.follow("Plans for two")
        alice.follow("Begin a plan")
        alice.look()
        alice.page.get_by_label("Their name on this site").fill("Bob")
        alice.page.get_by_text("Yes, or I am not sure").click()
        alice.push("Ask them")
        alice.sees("They can use it against you.")
        alice.look(again=False)
        alice.page.go_back()
        alice.page.get_by_label("Their name on this site").fill("Bob")
        alice.page.get_by_text("No", exact=True).click()
        alice.push("Ask them")
        alice.sees("Bob has not joined yet")
        plan = alice.here

        bob.visit("/inbox/")
        bob.page.get_by_role("button", name=re.compile("Go there")).first.click()
        bob.follow("would like to share a plan")
        bob.sees("What each of you sees", "Only you: your notebook")
        bob.look()
        bob.push("Yes, join")
        bob.sees("With ")
        assert bob.here == plan

        alice.open(plan)
        alice.follow("Add a boundary")
        alice.page.get_by_label("What is your boundary?").fill(OURS)
        alice.page.get_by_label("Only you see this").fill(HERS)
        alice.look(again=False)
        alice.push("Keep it")
        alice.sees(OURS)
        alice.look()

        bob.open(plan)
        bob.follow("When there is shouting")
        bob.sees(OURS)
        bob.reads_nothing_of(HERS)
        bob.page.get_by_label("What will you do when it is crossed?").fill("We walk round the block.")
        bob.push("Keep it")

        alice.open(plan)
        alice.follow("When there is shouting")
        assert (
            alice.page.get_by_label("What will you do when it is crossed?").input_value() == "We walk round the block."
        )
        alice.open(plan)
        alice.follow("Leave this plan")
        alice.look()
        alice.push("Leave")
        alice.sees("You have left. Nobody is told.")
        alice.visit("/notes/boundaries/")
        alice.sees("When there is shouting")
        bob.open(plan)
        bob.sees("With ", "When there is shouting")


@pytest.mark.parametrize("scripts", [True, False], ids=["with a script", "without"])
def test_a_counsellor_reads_one_page(demo: DemoSite, browser: Browser, scripts: bool) -> None:
    with walking(demo, browser, scripts=scripts) as cast:
        alice, reader = cast["Alice"], cast[""]
        alice.visit("/notes/journal/new/")
        alice.page.get_by_label("Write as it comes").fill("He came home at half past three, and I went to bed.")
        alice.push("Keep it")
        alice.visit("/notes/")
        alice.follow("Show somebody a page")
        alice.look()
        alice.page.get_by_text("Journal", exact=True).click()
        alice.push("Look through it")
        alice.sees("half past three")
        alice.look(again=False)
        alice.push("Show me what they will see")
        alice.sees("This and nothing else", "half past three")
        alice.look(again=False)
        alice.push("Make the link")
        alice.look(again=False)
        address = alice.page.get_by_label("Copy it now").input_value().partition("/shared/")[2]
        reader.visit(f"/shared/{address}")
        reader.reads_nothing_of("half past three")
        reader.push("Open the page")
        reader.sees("half past three")
        reader.look(again=False)
        alice.visit("/notes/share/")
        alice.push(re.compile("End it now"))
        alice.sees("Nobody can open it any more.")
