from __future__ import annotations

from datetime import timedelta

from django.test import override_settings
from django.utils.timezone import localtime, now

from allies.audit.models import Entry
from allies.desk.testing import DeskTestCase
from allies.moderation.models import Shift

HOUR = timedelta(hours=1)


def given(member: int, start: timedelta = -HOUR, end: timedelta = HOUR, **more: str) -> dict[str, str]:
    at = localtime(now())
    return {
        "member": str(member),
        "starts_at": f"{at + start:%Y-%m-%dT%H:%M}",
        "ends_at": f"{at + end:%Y-%m-%dT%H:%M}",
    } | more


class RotaTests(DeskTestCase):
    def test_nobody_is_on_duty(self) -> None:
        self.sign_in(self.vera)
        assert "Until somebody is, editors and operators are called." in self.page("/desk/rota/")

    def test_a_moderator_adds_and_removes_her_own(self) -> None:
        self.sign_in(self.vera)
        self.assertRedirects(self.client.post("/desk/rota/add/", given(self.vera.pk)), "/desk/rota/")
        assert "until" in self.page("/desk/rota/")
        shift = Shift.objects.get(member=self.vera, weekly=False)
        self.client.post(f"/desk/rota/{shift.pk}/remove/")
        assert not Shift.objects.exists()
        assert list(Entry.objects.values_list("verb", flat=True))[:2] == ["shift-removed", "shift-added"]

    def test_a_moderator_leaves_others_alone(self) -> None:
        self.sign_in(self.vera)
        assert self.client.post("/desk/rota/add/", given(self.edda.pk)).status_code == 422
        shift = Shift.objects.create(member=self.edda, starts_at=now(), ends_at=now() + HOUR)
        assert self.client.post(f"/desk/rota/{shift.pk}/remove/").status_code == 404
        assert f"/desk/rota/{shift.pk}/remove/" not in self.page("/desk/rota/")
        assert Shift.objects.count() == 1

    def test_an_editor_adds_and_removes_anybodys(self) -> None:
        self.sign_in(self.edda)
        self.client.post("/desk/rota/add/", given(self.vera.pk, weekly="on"))
        shift = Shift.objects.get(member=self.vera, weekly=True)
        assert "every week" in self.page("/desk/rota/")
        self.client.post(f"/desk/rota/{shift.pk}/remove/")
        assert not Shift.objects.exists()

    def test_members_are_not_put_on_duty(self) -> None:
        self.sign_in(self.edda)
        assert self.client.post("/desk/rota/add/", given(self.alice.pk)).status_code == 422

    def test_hours_that_cannot_be(self) -> None:
        self.sign_in(self.edda)
        day = timedelta(days=1)
        for start, end in ((HOUR, -HOUR), (HOUR, 9 * day), (-2 * day, -day)):
            assert self.client.post("/desk/rota/add/", given(self.vera.pk, start, end)).status_code == 422
        assert self.client.post("/desk/rota/add/", {"member": "x", "starts_at": "soon"}).status_code == 422
        assert not Shift.objects.exists()

    @override_settings(TIME_ZONE="America/New_York")
    def test_times_are_the_sites_own(self) -> None:
        self.sign_in(self.vera)
        assert "America/New_York" in self.page("/desk/rota/")
        assert "America/New_York" in self.page("/desk/rota/add/")

    def test_queries_do_not_grow(self) -> None:
        self.sign_in(self.vera)
        self.page("/desk/rota/")
        Shift.objects.bulk_create(
            Shift(member=self.edda, starts_at=now(), ends_at=now() + HOUR, weekly=True) for _number in range(20)
        )
        with self.assertNumQueries(4):  # session, member, shifts twice: as turns and as they were put down
            self.page("/desk/rota/")
