from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import now

from allies.inbox.actions import tell
from allies.inbox.models import Kind, Notice
from allies.inbox.tests.making import told
from allies.testing import MemberTestCase


class InboxTests(MemberTestCase):
    def setUp(self) -> None:
        told(self.alice)
        self.notice = Notice.objects.get()
        self.open = reverse("inbox:notice-open", args=[self.notice.pk])

    def test_what_happened_newest_first(self) -> None:
        tell(self.alice, Kind.REPORT_OUTCOME, "/answers/mine/", key="report:1")
        self.sign_in(self.alice)
        page = self.client.get("/inbox/").content.decode()
        assert page.index(str(Kind.REPORT_OUTCOME.label)) < page.index(str(Kind.REPLY.label))

    def test_a_stranger_sees_none_of_it(self) -> None:
        self.sign_in(self.bob)
        assert str(Kind.REPLY.label) not in self.client.get("/inbox/").content.decode()
        assert self.client.post(self.open).status_code == 404

    def test_signed_out(self) -> None:
        assert self.client.get("/inbox/").url == "/sign-in/?next=%2Finbox%2F"  # type: ignore[attr-defined]
        assert self.client.post(self.open).status_code == 302
        self.notice.refresh_from_db()
        assert self.notice.read_at is None

    def test_wrong_methods(self) -> None:
        self.sign_in(self.alice)
        assert self.client.post("/inbox/").status_code == 405
        assert self.client.get(self.open).status_code == 405
        assert self.client.get("/inbox/read/").status_code == 405

    def test_opening_leads_there_and_marks_it_read(self) -> None:
        self.sign_in(self.alice)
        assert self.client.post(self.open).url == "/answers/"  # type: ignore[attr-defined]
        assert self.client.get("/inbox/").context["unread"] == ""

    def test_reading_all_leaves_what_came_meanwhile(self) -> None:
        self.sign_in(self.alice)
        told(self.alice, "comment:2")
        self.client.post("/inbox/read/", {"newest": self.notice.pk})
        assert list(Notice.objects.unread().values_list("key", flat=True)) == ["comment:2"]

    def test_bad_input(self) -> None:
        self.sign_in(self.alice)
        for newest in ("", "x", "-1", "²", "9" * 40):
            assert self.client.post("/inbox/read/", {"newest": newest}).status_code == 302
        assert Notice.objects.unread().count() == 1
        assert self.client.get("/inbox/?page=zzz").status_code == 200

    def test_pages(self) -> None:
        for number in range(2, 40):
            told(self.alice, f"comment:{number}")
        self.sign_in(self.alice)
        assert self.client.get("/inbox/").content.count(b"/open/") == 30
        assert self.client.get("/inbox/?page=2").content.count(b"/open/") == 9

    def test_the_count_in_the_frame_costs_no_query(self) -> None:
        for number in range(2, 13):
            told(self.alice, f"comment:{number}")
        self.sign_in(self.alice)
        with self.assertNumQueries(3):  # her session, she herself with the count, whom she muted
            page = self.client.get("/answers/muted/")
        assert b'class="count">9+<' in page.content
        with self.assertNumQueries(4):  # session, member, how many there are, one page of them
            page = self.client.get("/inbox/")
        assert b'class="count">9+<' in page.content
        Notice.objects.update(read_at=now())
        assert b'class="count"' not in self.client.get("/inbox/").content
