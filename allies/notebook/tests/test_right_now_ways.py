"""Where the answer of a moment leads: to the safety plan, and to the card when they said yes and it is safe."""

from __future__ import annotations

from allies.testing import MemberTestCase

YES = {"now": "not_using", "event": "agreed_to_treatment", "stage": "entering"}
CARD, PLAN = 'href="/notes/readiness/yes/"', 'href="/notes/safety/"'


class RightNowWaysTests(MemberTestCase):
    def test_the_card_only_after_a_yes_without_danger(self) -> None:
        self.sign_in(self.alice)
        for given, card in ((YES, 1), (YES | {"safe": "recent"}, 0), (YES | {"event": "milestone"}, 0)):
            page = self.client.post("/now/", given).content.decode()
            assert (page.count(CARD), page.count(PLAN)) == (card, 1), given
