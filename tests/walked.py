"""Something of Alice's at every address that holds one member's affairs, and each of those addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.urls import URLResolver, get_resolver, resolve
from django.utils.timezone import now

from allies.accounts.apart import avoid, set_apart
from allies.accounts.models import Apart, Member
from allies.answers.models import FollowUp, Invitation, StockParagraph
from allies.answers.testing import make_answer, make_comment
from allies.answers.tests.quoted import QuotedTestCase
from allies.inbox.actions import tell
from allies.inbox.models import Kind, Notice
from allies.inbox.stopping import stop_address
from allies.inbox.tests.making import wants_letters
from allies.notebook.models import PlanInvitation
from allies.notebook.sharing.links import lend, new_secret
from allies.notebook.tests.walking import hidden, write
from allies.testing import make_member

WALKED = ("ask/", "inbox/", "me/contact/", "me/apart/", "desk/questions/", "desk/apart/", "notes/", "now/")
KINDS = {"quick": "days", "count": "boundaries", "aloud": "requests"}  # which kind of note has such an address
NOTE = {"what": "copper kettle", "state": "use", "day": "2026-03-14"}
SECRETS = ("zebrafish", "0958", "velvet umbrella", "the man next door", "copper kettle", "a page for Doctor Lind")


def walked(resolver: URLResolver | None = None, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Each address that is in question: the name of its view, and its pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walked(pattern, here, f"{pattern.namespace}:" if pattern.namespace else space)
        elif here.startswith(WALKED):
            yield f"{space}{pattern.name}", here


class WalkedTestCase(QuotedTestCase):
    """Alice asked, was shown a quotation and agreed; keeps notes, lends a page, shares a plan; avoids somebody."""

    def setUp(self) -> None:
        self.agreed()
        FollowUp.objects.create(member=self.alice, question=self.question, text="")
        tell(self.alice, Kind.REPLY, "/answers/", key="comment:1")
        set_apart(self.alice, make_member("nadia"), by=self.edda)
        carol = make_member("carol")
        self.sign_in(carol)
        self.asks("alice")
        self.sign_in(self.alice)
        plan = self.asks("carol")
        self.sign_in(carol)
        self.client.post(f"/notes/together/asked/{PlanInvitation.objects.get(other=carol).pk}/accept/")
        self.sign_in(self.alice)
        made = {slug: write(self.client, slug, NOTE) for slug in ("cushions", *KINDS.values())}
        self.notes = {slug: address.split("/")[-2] for slug, address in made.items()}
        both = self.client.get(f"{plan}boundaries/new/")["Location"]
        self.client.post(both, hidden(self.client, both) | {"what": "copper kettle"})
        self.in_plan = {"plan": plan.split("/")[-2], "key": both.split("/")[-3]}
        self.keys = self.other_keys()

    def asks(self, name: str) -> str:
        sent = {"key": str(uuid4()), "name": name, "afraid": "no"}
        return str(self.client.post("/notes/together/new/", sent)["Location"])

    def other_keys(self) -> dict[str, Any]:
        """What stands for a key in an address that begins like this."""
        invited = make_comment(make_answer(author=self.sam), self.alice, "velvet umbrella")
        lent = {"label": "a page for Doctor Lind", "ends_at": now() + timedelta(days=1), "opens": None, "now": now()}
        return {
            "ask/": self.question.pk,
            "ask/invitations/": Invitation.objects.create(member=self.alice, comment=invited, by=self.sam).pk,
            "inbox/": Notice.objects.of(self.alice).latest("pk").pk,
            "inbox/stop/": stop_address(wants_letters(self.alice)).split("/")[-2],
            "me/apart/": avoid("next-door@example.org", "the man next door", by=self.alice).pk,
            "desk/questions/": self.question.pk,
            "desk/questions/paragraphs/": StockParagraph.objects.create(title="One", text="Words.").pk,
            "desk/apart/": Apart.objects.set_by_staff()[0].pk,
            "notes/share/links/": lend({"sections": []}, new_secret(), by=self.alice, **lent).pk,
            "notes/together/asked/": PlanInvitation.objects.get(other=self.alice).pk,
        }

    def filled(self, pattern: str) -> str:
        """The address with Alice's keys in it."""
        slug = KINDS.get(pattern.rstrip("/").rpartition("/")[2], "cushions")
        fits = {"kind": slug, "day": "2026-03-14", "first": "2026-03-14", "key": self.notes[slug]}
        begins = [start for start in self.keys if pattern.startswith(start)]
        fits |= {"key": self.keys[max(begins, key=len)]} if begins else {}
        if "<uuid:plan>" in pattern:
            fits |= {"kind": "boundaries", **self.in_plan}
        fits["token"] = self.keys["inbox/stop/"]
        path = "/" + re.sub(r"<\w+:(\w+)>", lambda found: str(fits[found[1]]), pattern)
        resolve(path)
        return path

    def as_(self, name: str) -> None:
        """`name`: one of the cast, or a visitor."""
        self.client.logout()
        who: Member | None = getattr(self, name, None)
        if who:
            self.sign_in(who, fresh=True)
