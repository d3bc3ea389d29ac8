"""What waits, what is asked once more, what comes back, and what a member does about another's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from wagtail.models import Page as SitePage

from allies.accounts.models import Member, Role
from allies.answers import reviewing
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment
from allies.moderation.models import Case, Policy
from allies.moderation.tests.making import make_case
from allies.testing import make_member
from tests.browser.joining import write

SignIn = Callable[[BrowserContext, Member], str]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def answer(transactional_db: Any) -> SitePage:
    answer = make_answer(author=make_member("sam", Role.WRITER, title="Counsellor"))
    make_comment(answer, make_member("bob"), "It was so for me.")
    return answer


@pytest.fixture
def alice(transactional_db: Any) -> Member:
    return make_member("alice")


@pytest.fixture(params=[True, False], ids=["with a script", "without"])
def member(request: pytest.FixtureRequest, browser: Browser, site: str, alice: Member, sign_in: SignIn) -> Any:
    context = browser.new_context(base_url=site, viewport=PHONE, java_script_enabled=request.param)  # type: ignore[arg-type]
    sign_in(context, alice)
    yield context.new_page()
    context.close()


def test_a_newcomers_comment_waits_comes_back_and_is_shown(member: Page, alice: Member, answer: SitePage) -> None:
    vera = make_member("vera", Role.MODERATOR)
    member.goto(answer.address)
    write(member, "My sister Clara and I have lived this.")
    mine = member.locator(".comment.mine.waiting")
    expect(mine).to_contain_text("Only you see this. A moderator looks at it first.")
    expect(member.get_by_text("A moderator reads a new member’s first comments before others do")).to_be_visible()

    reviewing.return_to_writer(make_case(Comment.objects.get(author=alice), by=vera), "Without her name?", by=vera)
    member.goto("/")
    member.get_by_role("link", name="Read it", exact=True).click()
    expect(member.get_by_text("Without her name?")).to_be_visible()
    member.get_by_role("link", name="Write it anew").click()
    member.locator("textarea").fill("My sister and I have lived this.")
    member.get_by_role("button", name="Save").click()
    expect(mine).to_contain_text("My sister and I have lived this.")

    reviewing.approve(make_case(Comment.objects.get(author=alice), by=vera), by=vera)
    member.goto(answer.address)
    expect(member.locator(".comment.mine:not(.waiting)")).to_contain_text("My sister and I have lived this.")


def test_details_are_asked_about_once(member: Page, alice: Member, answer: SitePage) -> None:
    Policy.objects.create(newcomer_comments=0)
    member.goto(answer.address)
    write(member, "Call me at 602-555-0173.")
    asked = member.get_by_role("region", name="One more look before others read it")
    expect(asked).to_contain_text("602-555-0173")
    expect(member.locator("#write textarea")).to_have_value("Call me at 602-555-0173.")
    asked.get_by_role("button").click()
    expect(member.locator(".comment.mine.waiting")).to_contain_text("602-555-0173")
    assert Case.objects.get().why == ["identity"]


def test_report_mute_and_unmute(member: Page, alice: Member, answer: SitePage) -> None:
    member.goto(answer.address)
    member.get_by_role("link", name="Report").first.click()
    member.get_by_label("It is unkind to me or to somebody else here").check()
    member.get_by_role("button", name="Send").click()
    expect(member.get_by_text("Thank you for telling us.")).to_be_visible()
    member.get_by_role("link", name="Mute").first.click()
    member.get_by_role("button", name="Mute").click()
    folded = member.locator(".comment.muted")
    expect(folded.get_by_text("It was so for me.")).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.get_by_text("It was so for me.")).to_be_visible()
    member.goto("/answers/muted/")
    member.get_by_role("button", name="Unmute bob").click()
    expect(member.get_by_text("You see what bob writes again.")).to_be_visible()


def test_removed_words_are_appealed_once(member: Page, alice: Member, answer: SitePage) -> None:
    vera = make_member("vera", Role.MODERATOR)
    comment = make_comment(answer, alice, "You must do it.")
    reviewing.remove(make_case(comment, by=vera), "It tells somebody what to do.", by=vera)
    member.goto("/answers/mine/")
    member.get_by_role("link", name="Ask somebody else to look again").click()
    member.get_by_role("textbox").fill("I said it to myself.")
    member.get_by_role("button", name="Ask").click()
    expect(member.get_by_text("You asked for another look.")).to_be_visible()
    expect(member.get_by_role("link", name="Ask somebody else to look again")).to_have_count(0)
