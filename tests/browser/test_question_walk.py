"""From a private question to a published answer, and back: its asker on a phone, the team at the desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser import answering, asking
from tests.browser.answering import HEADLINE
from tests.browser.asking import HER_PHRASE, SINCE, TELLING
from tests.browser.demo.site import DemoSite
from tests.browser.desk import entering
from tests.browser.joining import write
from tests.browser.walking import Walker, walking

pytestmark = pytest.mark.story


def read(visitor: Walker) -> str:
    """The answer as everyone reads it, from the list; returns its address."""
    visitor.visit("/answers/")
    visitor.follow(HEADLINE)
    visitor.sees(HER_PHRASE, "a small keepsake lay somewhere in the house", "Alice", "What helps")
    visitor.reads_nothing_of(*TELLING, "a place we both pass")
    visitor.look()
    return visitor.here


def shown_anywhere(demo: DemoSite, browser: Browser, address: str) -> list[str]:
    """Of page, list, topic, front page and feed: those in which a visitor or a member finds what Alice let be shown."""
    found = []
    for name in ("", "Bob", "Alice"):
        context = demo.context(browser, name)
        for path in (address, "/answers/", "/answers/topics/talking/", "/", "/answers/feed/"):
            said = context.request.get(path)
            assert said.ok, path
            if "had slept and asked him nothing" in said.text():
                found.append(f"{name} {path}")
        context.close()
    return found


def agree(alice: Walker, sam: Walker, key: str) -> None:
    """She says no first, then puts it in her own words, then says yes."""
    sam.visit(f"/desk/questions/{key}/answer/")
    sam.push("Ask for consent")
    asking.refuse(alice)
    answering.propose_again(sam, key)
    asking.reword_and_agree(alice)


def tell_more(demo: DemoSite, cast: dict[str, Walker], key: str, address: str) -> None:
    """Another member writes under it; weeks later its asker says what happened, and lets others read that."""
    bob, visitor = cast["Bob"], cast[""]
    bob.visit(address)
    write(bob.page, "It was the same with my brother.")
    bob.sees("It was the same with my brother.")
    answering.let_weeks_pass(demo)
    asking.tell_what_happened(cast["Alice"])
    visitor.visit(address)
    visitor.sees("It was the same with my brother.")
    visitor.reads_nothing_of(SINCE)
    answering.show_what_happened(cast["Rhea"], key)
    visitor.visit(address)
    visitor.sees("What happened since", SINCE)


def test_from_a_question_to_an_answer_and_back(fresh_demo: DemoSite, browser: Browser) -> None:
    with walking(fresh_demo, browser) as cast, entering(fresh_demo, browser) as enter:
        alice, sam = cast["Alice"], cast["Sam"]
        key = asking.ask(alice)
        answering.answer_privately(sam, key)
        asking.write_back(alice)
        form = answering.propose(sam, key)
        sam.visit(f"/desk/questions/{key}/")
        sam.sees("I said it, and he answered.")
        answering.write_page(enter, form)
        agree(alice, sam, key)
        answering.submit_page(enter, form)
        answering.read_twice(cast["Rhea"], key)
        address = read(cast[""])
        assert len(shown_anywhere(fresh_demo, browser, address)) == 15
        tell_more(fresh_demo, cast, key, address)
        asking.withdraw(alice, "You agreed, and this is shown")
        assert shown_anywhere(fresh_demo, browser, address) == []
        cast[""].visit(address)
        cast[""].sees(HEADLINE, "What helps")
        cast[""].reads_nothing_of("a small keepsake", "Alice", "What happened since", SINCE)
        cast[""].sees("It was the same with my brother.")


def test_a_question_and_its_askers_decisions_without_scripts(fresh_demo: DemoSite, browser: Browser) -> None:
    with walking(fresh_demo, browser, scripts=False) as cast, entering(fresh_demo, browser) as enter:
        alice, sam = cast["Alice"], cast["Sam"]
        key = asking.ask(alice)
        answering.answer_privately(sam, key)
        asking.write_back(alice)
        answering.write_page(enter, answering.propose(sam, key))
        agree(alice, sam, key)
        asking.withdraw(alice, "You agreed. It is not shown yet")
        sam.visit(f"/desk/questions/{key}/answer/")
        sam.sees("The asker does not agree to this version.")
