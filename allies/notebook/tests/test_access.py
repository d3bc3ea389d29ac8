"""Nobody but its member: no role, no stranger, by no address; and nothing of the words in logs."""

from __future__ import annotations

import logging
from datetime import date
from unittest.mock import patch

from django.urls import reverse

from allies.audit.models import Entry as Audited
from allies.notebook.kinds import KINDS
from allies.notebook.models import Entry
from allies.notebook.tests.walking import CANARY, hidden, write
from allies.notebook.urls import urlpatterns
from allies.testing import MemberTestCase

DAY = date(2026, 3, 1)


class AccessTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)
        self.address = write(self.client, "cushions", {"what": CANARY})
        self.key = self.address.split("/")[-2]

    def addresses(self) -> list[str]:
        found = []
        for pattern in urlpatterns:
            wanted = pattern.pattern.converters
            slugs = [kind.slug for kind in KINDS.values()] if "kind" in wanted else [""]
            for slug in slugs:
                known = {"kind": slug, "key": self.key, "day": DAY, "first": DAY}
                given = {name: known[name] for name in wanted}
                found.append(reverse(f"notebook:{pattern.name}", kwargs=given))
        assert len(found) > 100
        return found

    def test_a_visitor_is_asked_to_sign_in(self) -> None:
        self.client.logout()
        for address in self.addresses():
            for answer in (self.client.get(address), self.client.post(address, {"words": "kettle"})):
                assert answer["Location"].startswith("/sign-in/"), address

    def test_no_other_member_and_no_role_sees_or_changes_it(self) -> None:
        opened = hidden(self.client, self.address)
        before = Entry.objects.of(self.alice).get().words
        for other in (self.bob, self.vera, self.sam, self.rhea, self.edda, self.odile):
            self.sign_in(other)
            for address in self.addresses():
                for answer in (self.client.get(address), self.client.post(address, opened | {"words": "kettle"})):
                    assert CANARY not in answer.content.decode(), (other.pseudonym, address)
            for way in ("", "keep/", "choose/", "choose/end/"):
                assert self.client.post(f"{self.address}{way}", {"what": "x"}).status_code == 404
            assert self.client.get(self.address).status_code == 404
            assert self.client.post(f"{self.address}new/", {"what": "x"}).status_code == 404
            assert not Entry.objects.of(other).exists()
        assert Entry.objects.of(self.alice).get().words == before

    def test_nothing_of_it_is_in_the_log_of_acts(self) -> None:
        assert not Audited.objects.filter(target__contains="entry").exists()

    def test_an_error_tells_nothing_of_the_words(self) -> None:
        from django.views.debug import ExceptionReporter

        self.client.raise_request_exception = False
        records: list[logging.LogRecord] = []
        with (
            patch("allies.notebook.keeping.write", side_effect=RuntimeError("broken on purpose")),
            patch.object(logging.Handler, "handle", lambda _self, record: records.append(record)),
        ):
            opened = hidden(self.client, self.address)
            answer = self.client.post(self.address, opened | {"what": "a new canary sings"})
        assert answer.status_code == 500
        failed = [record for record in records if record.exc_info]
        assert failed
        report = ExceptionReporter(failed[0].__dict__.get("request"), *failed[0].exc_info)  # type: ignore[misc]
        shown = report.get_traceback_text() + "".join(record.getMessage() for record in records)
        assert "canary sings" not in shown
        assert "canary sings" not in answer.content.decode()
