from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from allies.accounts.models import Member
from allies.home.actions import prepare_site
from allies.home.tests.desk import DeskTestCase, make_answer

STAFF = ("sam", "rhea", "edda", "odile")


class Roles(DeskTestCase):
    def opens(self, member: Member, path: str) -> bool:
        self.sign_in(member)
        return bool(self.client.get(path).status_code == 200)

    def test_the_desk_is_for_staff(self) -> None:
        self.assertRedirects(self.client.get("/cms/"), "/sign-in/?next=%2Fcms%2F")
        for name in STAFF:
            assert self.opens(getattr(self, name), "/cms/"), name
        for member in (self.alice, self.vera):
            self.sign_in(member)
            for path in ("/cms/", "/cms/images/", "/cms/sprite/", "/cms/jsi18n/"):
                assert self.client.get(path).status_code == 403, (member, path)

    def test_staff_show_their_second_step_first(self) -> None:
        self.sign_in(self.edda, second_factor=False)
        assert self.client.get("/cms/")["Location"].startswith("/me/")

    def test_the_role_without_its_group_opens_nothing(self) -> None:
        self.sam.groups.clear()
        self.sign_in(self.sam)
        assert self.client.get("/cms/").status_code == 403

    def test_there_is_one_way_in_and_one_way_out(self) -> None:
        for path, place in (("login/", "/sign-in/?next=/cms/"), ("logout/", "/sign-out/"), ("account/", "/me/")):
            self.sign_in(self.sam)
            assert self.client.get(f"/cms/{path}")["Location"] == place
            assert self.client.post(f"/cms/{path}")["Location"] == place
        self.client.logout()
        self.client.post("/cms/login/", {"username": "sam", "password": "x"})
        assert "_auth_user_id" not in self.client.session
        assert self.client.get("/cms/password_reset/").status_code in {302, 404}

    def test_members_are_not_kept_at_the_desk(self) -> None:
        for name in STAFF:
            for path in ("users/", "groups/", "sites/", "collections/", "workflows/list/", "locales/", "redirects/"):
                assert not self.opens(getattr(self, name), f"/cms/{path}"), (name, path)

    def test_nobody_is_named_by_an_address(self) -> None:
        for name in STAFF:
            getattr(self, name).use_email(f"{name}@example.org")
        page = make_answer(self.sam)
        self.submit(page, self.sam)
        self.sign_in(self.rhea)
        own = [f"pages/{page.pk}/{part}" for part in ("edit/", "history/", "usage/")]
        index = f"pages/{page.get_parent().pk}/"
        for path in ("", f"second-reading/{page.pk}/", *own, "reports/site-history/", "reports/workflow/", index):
            self.assertNotContains(self.client.get(f"/cms/{path}", follow=True), "@example.org", msg_prefix=path)

    def test_help_lines_are_the_editors_and_topics_and_recordings_everybodys(self) -> None:
        for name in STAFF:
            member = getattr(self, name)
            assert self.opens(member, "/cms/snippets/answers/topic/add/")
            assert self.opens(member, "/cms/snippets/programme/recording/add/")
            assert self.opens(member, "/cms/images/multiple/add/")
            assert self.opens(member, "/cms/snippets/home/helpline/add/") is (name in {"edda", "odile"}), name

    def test_nothing_is_uploaded_as_a_document(self) -> None:
        for name in STAFF:
            assert not self.opens(getattr(self, name), "/cms/documents/multiple/add/")

    def test_it_is_made_once_and_mended_when_it_drifts(self) -> None:
        rows = GroupPagePermission.objects.order_by("group", "page", "permission").values_list(
            "group", "page", "permission"
        )
        before = list(rows)
        GroupPagePermission.objects.filter(group__name="editor").first().delete()
        writers = Group.objects.get(name="writer")
        writers.permissions.add(*Group.objects.get(name="editor").permissions.all())
        GroupPagePermission.objects.create(group=writers, page=self.root, permission_id=before[0][2])
        prepare_site()
        assert list(rows) == before
        assert not self.opens(self.sam, "/cms/snippets/home/helpline/add/")
        assert Workflow.objects.count() == 1
        assert not Member.objects.filter(is_superuser=True).exists()
