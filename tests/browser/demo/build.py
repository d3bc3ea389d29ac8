"""Make the demo's site in ALLIES_DATA, with everybody of its cast signed in once: python -m tests.browser.demo.build"""

from __future__ import annotations

import json
import time

import django

CAST = ("Alice", "Bob", "HarborLight", "Vera", "Sam", "Rhea", "Edda", "Odile")


def signed_in(name: str) -> str:
    """The key of a session of the member's, with the second step shown where their role needs one."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from allies.accounts.last_seen import SEEN
    from allies.accounts.models import Member
    from allies.accounts.sessions import SessionStore

    member, now, session = Member.objects.named(name).get(), time.time(), SessionStore()
    shown = [{"method": "password", "at": now, "reauthenticated": True}]
    if member.needs_second_factor:
        shown.append({"method": "mfa", "type": "totp", "at": now})
    session[SESSION_KEY] = session["account_authentication_methods_user"] = str(member.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = member.get_session_auth_hash()
    session["account_authentication_methods"] = shown
    session[SEEN] = int(now)
    session.create()
    return str(session.session_key)


def main() -> None:
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from allies.answers.models import Comment, Question
    from allies.inbox.models import Notice
    from allies.moderation.models import Alert, Case, Policy, Shift

    call_command("prepare", demo=True)
    Policy.objects.update_or_create(defaults={"newcomer_comments": 0})  # who joins in a walk may speak at once
    Comment.objects.exclude(held_at=None).delete()  # a desk with nothing on it: walks bring their own
    for each in (Case, Alert, Shift, Question, Notice):
        each.objects.all().delete()
    keys = {name: signed_in(name) for name in CAST}
    (settings.DATA / "sessions.json").write_text(json.dumps(keys))


if __name__ == "__main__":
    main()
