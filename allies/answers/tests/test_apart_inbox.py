"""Two who must never meet hear nothing of each other: in the inbox, by letter, by an address that was told before."""

from __future__ import annotations

from allies.answers.actions import follow
from allies.answers.posting import send
from allies.answers.telling import tell_of
from allies.answers.testing import edition, make_comment
from allies.answers.tests.apart import EachAsked
from allies.inbox.models import Letter, Notice
from allies.inbox.tests.making import wants_letters


class ApartInTheInbox(EachAsked):
    def test_neither_hears_of_the_other_in_the_inbox_or_by_letter(self) -> None:
        post = edition(self.theirs)
        for each in (self.alice, self.bob, self.carol):
            wants_letters(each)
            follow(post, by=each)
        self.keep_apart()
        for writer, other in ((self.alice, self.bob), (self.bob, self.alice)):
            written = send(post, f"Words of {writer}.", by=writer, confirmed=True).comment
            assert written
            send(post, f"More of {writer}.", by=writer, parent=make_comment(self.theirs, other), confirmed=True)
            told = set(Notice.objects.filter(key=f"comment:{written.pk}").values_list("member__pseudonym", flat=True))
            assert told == {"carol"}
            assert not Notice.objects.of(other).exists(), other
            assert not Letter.objects.of(other).exists(), other

    def test_what_neither_has_read_of_the_other_is_no_news_any_more(self) -> None:
        post = edition(self.theirs)
        for each in (self.alice, self.bob):
            wants_letters(each)
            follow(post, by=each)
        written = {each: make_comment(self.theirs, each) for each in (self.alice, self.bob)}
        for comment in written.values():
            tell_of(comment)
        send(post, "Of carol.", by=self.carol, confirmed=True)
        for each in (self.alice, self.bob):
            assert Notice.objects.of(each).unread().count() == 2
        self.keep_apart()
        for each, other in ((self.alice, self.bob), (self.bob, self.alice)):
            assert Notice.objects.of(each).unread().count() == 1
            self.sign_in(each)
            place = f"/answers/comments/{written[other].pk}/"
            assert self.client.get(place)["Location"] == self.theirs.address  # as of one that was taken away
            hidden = make_comment(self.hers if other == self.alice else self.his, self.carol)
            assert self.client.get(f"/answers/comments/{hidden.pk}/").status_code == 404
