"""Nobody at the desk sees a member's e-mail address: not in a list, not in a form, not in what a page holds."""

from __future__ import annotations

from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.testing import make_answer, make_comment
from allies.home.actions import prepare_site
from allies.moderation.actions import pause, raise_alert
from allies.moderation.tests.making import make_case
from allies.testing import MemberTestCase
from tests.test_addresses import addresses, example

STAFF_PLACES = ("cms/", "desk/", "answers/", "moderation-log/")


class NoAddresses(MemberTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        prepare_site()
        cls.answer = make_answer(author=cls.sam)
        comment = make_comment(cls.answer, cls.alice)
        make_case(comment)
        raise_alert(comment, ["child"], False, at=now())
        pause(cls.alice, now(), "To cool down.", by=cls.vera)
        for member in Member.objects.all():
            member.use_email(f"{member.pk}@secret.example.org")

    def places(self) -> set[str]:
        """Every address of the staff's side, with the keys of what is there."""
        patterns = {pattern for pattern, _view in addresses() if pattern.startswith(STAFF_PLACES)}
        patterns -= {"cms/failwhale/"}  # Wagtail's, which is there to fail
        people = {f"/cms/users/edit/{member.pk}/" for member in (self.alice, self.edda)}
        desk = {example(pattern).replace("/wagtailcore/", "/1/") for pattern in patterns}
        return desk | people | {"/cms/users/?q=secret"}

    def test_whatever_staff_and_moderators_open(self) -> None:
        for person in (self.odile, self.edda, self.vera):
            self.sign_in(person)
            shown = 0
            for address in sorted(self.places()):
                response = self.client.get(address, headers={"accept": "text/html"})
                shown += response.status_code == 200
                body = b"".join(response.streaming_content) if response.streaming else response.content
                assert b"secret.example.org" not in body, (person, address)
            assert shown > (5 if person == self.vera else 20)

    def test_the_lists_of_people_are_closed(self) -> None:
        for person in (self.odile, self.edda, self.sam, self.vera):
            self.sign_in(person)
            for address in ("/cms/users/", "/cms/users/new/", f"/cms/users/edit/{self.alice.pk}/", "/cms/groups/"):
                response = self.client.get(address)
                assert response.status_code in {302, 403, 404}, address
                assert b"secret.example.org" not in response.content
