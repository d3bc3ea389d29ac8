"""What an asker does with her question, step by step."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.walking import Walker

SITUATION = (
    "My son Marcus came home late on Saturday. In the morning his recovery coin lay on the kitchen window. "
    "At 3:30 in the morning he had written to me: “I let you down again.”"
)
TRIED = "I waited until he was awake and asked him nothing."
HOPE = "What do I say to him when he comes down?"
TELLING = ("Marcus", "recovery coin", "kitchen window", "3:30", "I let you down again")
SINCE = "He says it first now, most days."
HER_PHRASE = "I waited until he had slept and asked him nothing."


def fill_in_question(page: Page, *, share: bool) -> None:
    page.get_by_label("What is going on?").fill(SITUATION)
    page.get_by_label("What have you tried?").fill(TRIED)
    page.get_by_label("What do you hope for?").fill(HOPE)
    if share:
        page.get_by_label("Others too, if I agree to every word first.").check()


def ask(alice: Walker) -> str:
    """Alice asks, and may be asked whether it can be shown; returns the question's key."""
    alice.open("/")
    alice.follow("Ask the team")
    alice.look()
    fill_in_question(alice.page, share=True)
    alice.push("Send to the team")
    alice.sees("Some of this may help already")
    assert 1 <= alice.page.locator(".suggested li").count() <= 3
    alice.look()
    alice.push("Send it to the team")
    alice.sees("The team has it. Somebody will write to you here.")
    alice.look()
    return alice.page.url.split("/ask/")[1].split("/")[0]


def open_notice(walker: Walker, said: str) -> None:
    """From the inbox to the place that its newest notice leads to."""
    walker.visit("/inbox/")
    walker.page.get_by_role("listitem").filter(has_text=said).first.get_by_role("button", name="Go there").click()


def write_back(alice: Walker) -> None:
    open_notice(alice, "The team wrote to you about your question.")
    alice.sees("A short good morning is enough")
    alice.look()
    alice.page.get_by_label("Write to the team").fill("I said it, and he answered.")
    alice.push("Send")
    alice.sees("It is with the team.", "I said it, and he answered.")


def refuse(alice: Walker) -> None:
    open_notice(alice, "An answer waits for your yes or no.")
    alice.sees("May this be shown?", "a place we both pass", "Everyone could read it")
    alice.reads_nothing_of(*TELLING)
    alice.look()
    alice.page.get_by_text("No, do not show it").click()
    alice.page.get_by_label("Anything the team should know?").fill("He would know that place.")
    alice.push("Do not show it")
    alice.sees("Then it is not shown.", "You said no")
    alice.look()


def reword_and_agree(alice: Walker) -> None:
    open_notice(alice, "An answer waits for your yes or no.")
    alice.sees("somewhere in the house")
    alice.page.get_by_text("Change a phrase").click()
    box = alice.page.get_by_label("Your words, as others would read them")
    box.fill(box.input_value().replace(TRIED, HER_PHRASE))
    alice.push("Keep my wording")
    alice.sees("Your wording is kept.", HER_PHRASE, "May this be shown?")
    alice.page.locator("#decide form").first.get_by_label("Under my pseudonym").check()
    alice.push("Yes, show it like this")
    alice.sees("Thank you. It may be shown like this.", "You agreed. It is not shown yet")
    expect(alice.page.locator("blockquote.asked footer")).to_have_text("Alice")
    alice.look()


def tell_what_happened(alice: Walker) -> None:
    open_notice(alice, "We would like to know what happened.")
    alice.page.get_by_label("Better", exact=False).first.check()
    alice.page.get_by_label("In a sentence, if you like").fill(SINCE)
    alice.page.get_by_label("This may stand under the answer").check()
    alice.push("Tell the team")
    alice.sees("Thank you for telling us.")
    alice.look()


def withdraw(alice: Walker, stands: str) -> None:
    alice.visit("/ask/")
    alice.page.locator("main .rows a").first.click()
    alice.follow("Look at it")
    alice.sees(stands)
    alice.push("Take it back now")
    alice.sees("It is done. Your words are no longer shown on this site.")
    alice.look()
