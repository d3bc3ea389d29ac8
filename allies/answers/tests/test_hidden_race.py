"""A conversation is hidden while many are answering in it. As the races of moderation: on PostgreSQL."""

from __future__ import annotations

from django.test import TransactionTestCase

from allies.accounts.models import Role
from allies.answers import reviewing
from allies.answers.models import Comment
from allies.answers.posting import Refused, send
from allies.answers.testing import edition, make_answer, make_comment, make_everyone_known
from allies.moderation.models import Case
from allies.moderation.tests.making import make_case
from allies.moderation.tests.racing import at_once, on_postgresql
from allies.testing import make_member

pytestmark = on_postgresql


class HiddenRace(TransactionTestCase):
    def test_no_reply_is_left_behind(self) -> None:
        make_everyone_known()
        vera, members = make_member("vera", Role.MODERATOR), [make_member() for _ in range(20)]
        answer = make_answer(author=make_member("sam", Role.WRITER))
        first = make_comment(answer, members[0])
        case, post = make_case(first, by=vera), edition(answer)

        def act(number: int) -> object:
            if number == 10:
                return reviewing.hide_conversation(Case.objects.get(pk=case.pk), "It got loud.", by=vera)
            parent = Comment.objects.get(pk=first.pk)
            return send(post, f"Reply number {number}.", by=members[number], parent=parent)

        outcomes = at_once(20, act)
        refused = [each for each in outcomes if isinstance(each, Exception)]
        assert all(isinstance(each, Refused) for each in refused)
        assert not Comment.objects.there().exists()
        assert Comment.objects.count() == 20 - len(refused)
        assert edition(answer).comment_count == 0
