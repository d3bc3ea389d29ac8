"""Cases and alerts for the tests of the desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.timezone import now

from allies.accounts.models import Member
from allies.answers.models import Comment
from allies.answers.testing import make_answer, make_comment
from allies.moderation.models import Alert, Case
from allies.testing import MemberTestCase

WORDS = "We sat in the kitchen until it was light."


class DeskTestCase(MemberTestCase):
    """An answer with a comment of Alice's on it."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.answer = make_answer(author=cls.sam)
        cls.comment = cls.written(WORDS)

    @classmethod
    def written(cls, text: str, by: Member | None = None, **more: Any) -> Comment:
        """A comment that no case is open about, whatever the screening made of it."""
        comment = make_comment(cls.answer, by or cls.alice, text, **more)
        Case.objects.filter(comment=comment).delete()
        Alert.objects.filter(comment=comment).delete()
        return comment

    def case(self, comment: Comment | None = None, held_by: Member | None = None, **fields: Any) -> Case:
        given = {"why": ["reported"], "opened_at": now() - timedelta(minutes=5), **fields}
        claimed = {"claimed_by": held_by, "claimed_at": now()} if held_by else {}
        return Case.objects.create(comment=comment or self.comment, **given, **claimed)

    def alert(self, owner: Member | None = None, **fields: Any) -> Alert:
        given = {"keys": ["overdose"], "urgent": True, "raised_at": now() - timedelta(minutes=3)}
        owned = {"owner": owner, "owned_at": now()} if owner else {}
        return Alert.objects.create(comment=self.comment, **{**given, **owned, **fields})

    def page(self, path: str) -> str:
        response = self.client.get(path)
        assert response.status_code == 200, (path, response.status_code)
        return response.content.decode()
