"""Erasing only one's notes: the account and the rest stay."""

from __future__ import annotations

from unittest.mock import patch

from allies.accounts import erasing
from allies.accounts.apart import avoid
from allies.accounts.models import Avoided, DataKey
from allies.accounts.rotation import used
from allies.answers.models import Comment, Question
from allies.answers.testing import make_answer, make_comment, make_question
from allies.audit.models import Entry
from allies.testing import MemberTestCase

PAGE = "/me/erase/"
ALL = {"what": "everything", "pseudonym": "Alice"}


@patch.object(erasing, "NOTES", {"answers"})  # as if questions were notes: any room that holds sealed words will do
class Notes(MemberTestCase):
    def test_notes_go_with_every_key_that_opened_them_and_the_rest_stays_readable(self) -> None:
        make_question(self.alice)
        avoid("bob", "My brother-in-law", by=self.alice)
        comment = make_comment(make_answer(author=self.sam), self.alice, "It stays.")
        theirs = make_question(self.bob)
        before = DataKey.objects.get(member=self.alice).number
        self.sign_in(self.alice, fresh=True)
        answer = self.client.post(PAGE, {"what": "notes", "pseudonym": "alice"})
        assert answer["Location"] == "/me/"
        assert list(Question.objects.all()) == [theirs]
        assert not DataKey.objects.filter(member=self.alice, number=before).exists()
        assert used(self.alice) == {DataKey.objects.get(member=self.alice).number}
        assert Avoided.objects.get().label == "My brother-in-law"
        assert Comment.objects.get(pk=comment.pk).text == "It stays."
        assert self.client.get("/me/").status_code == 200
        assert Entry.objects.get(verb="notes-erased").by is None
