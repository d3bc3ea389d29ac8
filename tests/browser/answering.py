"""What the team does with a question, step by step, at the desk and in the editor of the site."""

from __future__ import annotations

import subprocess
import sys

from playwright.sync_api import expect

from tests.browser.asking import HER_PHRASE, SINCE, TELLING
from tests.browser.demo.site import DemoSite
from tests.browser.desk import Enter, press, write_body
from tests.browser.walking import Walker

WEEKS_LATER = """import django
django.setup()
from datetime import timedelta
from django.core.management import call_command
from django.db.models import F
from allies.answers.models import Question
Question.objects.exclude(answered_at=None).update(answered_at=F("answered_at") - timedelta(days=15))
call_command("run_due")
"""
HEADLINE = "Good morning comes first"
SUMMARY = f"A parent tells us: “{HER_PHRASE}” And now?"


def answer_privately(sam: Walker, key: str) -> None:
    sam.visit("/desk/questions/?show=new")
    sam.page.locator(f"a[href='/desk/questions/{key}/']").click()
    sam.sees(*TELLING)
    sam.look()
    sam.push("I answer this one")
    sam.page.get_by_label("Reply", exact=False).first.fill("A short good morning is enough, {name}.")
    sam.push("Send the reply")
    sam.sees("Your reply is sent.")


def propose(sam: Walker, key: str) -> str:
    """Sam makes a draft, accepts what is proposed but for one; returns the address of the page's form."""
    sam.visit(f"/desk/questions/{key}/")
    sam.follow("Write an answer for the site")
    sam.look()
    sam.push("Begin")
    sam.look()
    where = sam.page.get_by_role("region", name="As it would be shown")
    for each in TELLING:
        expect(where).not_to_contain_text(each)
    row = sam.page.get_by_role("region", name="the kitchen window")
    row.get_by_label("Leave it as it is").check()
    sam.push("Keep these choices")
    sam.sees("Say why it may stay, so that the second reader can judge.")
    sam.look(again=False)
    row.get_by_label("My own words").check()
    row.get_by_label("Your own words").fill("a place we both pass")
    sam.page.get_by_label("Something else that should not be shown").fill("late on Saturday => late one night")
    sam.push("Keep these choices")
    expect(where).to_contain_text(
        "My son came home late one night. In the morning a small keepsake lay on a place we both"
    )
    expect(where).to_contain_text("Early in the morning he had written to me: ")
    sam.push("Ask for consent")
    sam.sees("Write the headline and the summary first")
    return sam.page.get_by_role("link", name="Write headline, summary and answer").get_attribute("href") or ""


def write_page(enter: Enter, path: str) -> None:
    """In the editor of the site: headline, summary, answer, for everyone to read; kept as a draft."""
    page = enter("Sam")
    page.goto(path)
    page.locator("[name=title]").fill(HEADLINE)
    page.locator("[name=summary]").fill(SUMMARY)
    expect(page.locator("[name=asked]")).to_be_disabled()
    write_body(page)
    page.get_by_role("checkbox", name="Talking").check()
    page.locator("[name=public]").check()
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(page.locator("[name=summary]")).to_have_value(SUMMARY)
    expect(page.locator("[name=public]")).to_be_checked()
    page.context.close()


def propose_again(sam: Walker, key: str) -> None:
    sam.visit(f"/desk/questions/{key}/answer/")
    sam.sees("The asker does not agree to this version.", "He would know that place.")
    row = sam.page.get_by_role("region", name="the kitchen window")
    row.get_by_label("somewhere in the house").check()
    sam.push("Keep these choices")
    sam.push("Ask for consent")
    sam.sees("The asker has been asked. Nothing is shown before they say yes.")
    sam.look()


def submit_page(enter: Enter, path: str) -> None:
    page = enter("Sam")
    page.goto(path)
    press(page, "Submit to a second reader")
    expect(page.get_by_role("status")).to_contain_text(HEADLINE)
    page.context.close()


def read_twice(rhea: Walker, key: str) -> None:
    rhea.visit("/desk/questions/?show=waiting")
    rhea.visit(f"/desk/questions/{key}/")
    rhea.follow("Second reading")
    rhea.sees(HER_PHRASE, *TELLING)  # both: what is shown, and what she wrote
    rhea.look()
    rhea.page.get_by_label("Safety:").check()
    rhea.push("Approve")
    rhea.sees("Tick each point once you have looked at it.")
    rhea.look(again=False)
    for point in ("Language:", "Nobody can be recognised:"):
        rhea.page.get_by_label(point).check()
    rhea.push("Approve")
    rhea.sees("It is approved. It goes live now")
    rhea.look()


def let_weeks_pass(demo: DemoSite) -> None:
    """No browser can wait so long: the answer becomes older, and what is due is done."""
    environ = {name: value for name, value in demo.environ.items() if name != "ALLIES_EXIT_URL"}  # no https here
    done = subprocess.run([sys.executable, "-c", WEEKS_LATER], env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def show_what_happened(rhea: Walker, key: str) -> None:
    rhea.visit(f"/desk/questions/{key}/second-reading/")
    rhea.sees("They told what happened, and let it be shown", SINCE)
    rhea.push("Show it under the answer")
    rhea.sees("It stands under the answer now.")
