from __future__ import annotations

from datetime import timedelta

from django.test import override_settings
from django.utils.timezone import now

from allies.desk.testing import DeskTestCase
from allies.moderation.actions import note_response
from allies.moderation.models import Policy


class OverviewTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.vera)

    def test_what_waits(self) -> None:
        self.case()
        self.alert()
        page = self.page("/desk/")
        assert page.index("Nobody has it yet.") < page.index("Take the next one")
        assert "<strong>1</strong> comment waits" in page
        assert "Nobody: editors and operators are called" in page

    def test_what_i_hold_is_at_hand(self) -> None:
        case = self.case(held_by=self.vera)
        assert f"/desk/queue/{case.pk}/" in self.page("/desk/")

    def test_red_is_for_alerts_that_nobody_has(self) -> None:
        assert "notice urgent" not in self.page("/desk/")
        self.alert(owner=self.edda)
        assert "notice urgent" not in self.page("/desk/")
        self.alert()
        assert "notice urgent" in self.page("/desk/")

    def test_red_again_for_one_whose_owner_is_silent(self) -> None:
        began = now() - timedelta(minutes=16)
        alert = self.alert(owner=self.edda, raised_at=began, owned_at=began)
        for path in ("/desk/", "/desk/alerts/"):
            page = self.page(path)
            assert "notice urgent" in page or 'class="alarm open"' in page
            assert "edda has it, and <strong>the member has not heard from anybody yet." in page
        self.sign_in(self.edda)
        assert "You have it, and the member has not heard from anybody yet." in self.page("/desk/")
        Policy.objects.update_or_create(defaults={"escalate_after": 20})
        assert "notice urgent" not in self.page("/desk/")
        Policy.objects.update(escalate_after=15)
        note_response(alert, by=self.edda)
        page = self.page("/desk/")
        assert "notice urgent" not in page
        assert "not heard" not in page

    def test_what_editors_keep_is_for_them(self) -> None:
        assert "/desk/policy/" not in self.page("/desk/")
        self.sign_in(self.odile)
        assert "/desk/policy/" in self.page("/desk/")

    def test_that_no_letters_leave_is_said_to_who_can_change_it(self) -> None:
        assert "No mail server is set up" not in self.page("/desk/")
        self.sign_in(self.odile)
        assert "No mail server is set up" in self.page("/desk/")
        with override_settings(EMAIL_HOST="mail.example.org"):
            assert "No mail server is set up" not in self.page("/desk/")
        Policy.objects.update_or_create(defaults={"alert_on_crisis": False})
        assert "No mail server is set up" not in self.page("/desk/")

    @override_settings(EMAIL_HOST="mail.example.org")
    def test_somebody_without_an_address_is_asked_for_one(self) -> None:
        assert "we cannot call you" in self.page("/desk/")
        self.vera.use_email("vera@example.org")
        assert "we cannot call you" not in self.page("/desk/")

    def test_the_way_there(self) -> None:
        assert 'href="/desk/"' in self.page("/me/")
        assert 'href="/desk/"' in self.page("/")
        self.sign_in(self.alice)
        assert 'href="/desk/"' not in self.page("/me/")
        assert 'href="/desk/"' not in self.page("/")

    def test_queries_do_not_grow(self) -> None:
        for number in range(6):
            self.case(self.written(f"Words {number}."))
            self.alert()
        self.page("/desk/")
        with self.assertNumQueries(10):
            self.page("/desk/")
