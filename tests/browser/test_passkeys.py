"""Passkeys on a device that Chromium plays, under the policy that every page carries."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import BrowserContext, Page, expect

from allies.accounts.models import Member, Role
from allies.testing import PASSPHRASE, make_member


@pytest.fixture
def complaints(page: Page) -> list[str]:
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda problem: heard.append(str(problem)))
    return heard


@pytest.fixture
def device(context: BrowserContext, page: Page) -> str:
    """A phone with a fingerprint reader, as the browser sees it."""
    protocol = context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return str(protocol.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"])


def sign_in_by_passphrase(page: Page, name: str) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Pseudonym").fill(name)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()


def add_a_passkey(page: Page) -> None:
    page.goto("/me/passkeys/add/")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("A name for this passkey").fill("my phone")
    page.get_by_role("button", name="Add this device").click()
    expect(page.get_by_text("my phone", exact=True)).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_a_member_adds_a_passkey_and_signs_in_with_it_alone(page: Page, device: str, complaints: list[str]) -> None:
    alice: Member = make_member("alice")
    sign_in_by_passphrase(page, "alice")
    add_a_passkey(page)
    assert Authenticator.objects.get(user=alice).type == "webauthn"

    page.goto("/me/")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/?next=/me/sessions/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/me/sessions/")
    expect(page.get_by_text("This device, now")).to_be_visible()
    assert complaints == []


@pytest.mark.django_db(transaction=True)
def test_a_passkey_is_the_second_step_of_staff(page: Page, device: str, complaints: list[str]) -> None:
    make_member("sam", Role.WRITER)
    sign_in_by_passphrase(page, "sam")
    page.wait_for_url("**/me/second-step/?next=*")
    add_a_passkey(page)
    page.goto("/me/")
    expect(page.get_by_role("heading", level=1)).to_have_text("sam")
    page.get_by_role("button", name="Sign out").click()

    sign_in_by_passphrase(page, "sam")
    page.wait_for_url("**/sign-in/second-step/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/learn/")
    page.goto("/me/name/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Change your pseudonym")

    page.goto("/me/confirm/passkey/?next=/me/email/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/me/email/")
    assert complaints == []
