from __future__ import annotations

from django.utils.timezone import now

from allies.moderation.models import OwnTerm
from allies.moderation.words import findings
from allies.testing import MemberTestCase


class OwnWords(MemberTestCase):
    def test_a_sites_own_terms_count_once_they_are_live(self) -> None:
        term = OwnTerm.objects.create(
            phrase="zonkhead", kind="disrespect", reason="It hurts.", alternatives=["my cousin"], added_by=self.odile
        )
        assert findings("That zonkhead.", by=self.alice) == []
        OwnTerm.objects.filter(pk=term.pk).update(live_at=now())
        (found,) = findings("That Zonkhead.", by=self.alice)
        assert (found.kind, found.start, found.end, found.alternatives) == ("disrespect", 5, 13, ("my cousin",))

    def test_findings_stand_in_the_order_of_the_text(self) -> None:
        OwnTerm.objects.create(phrase="zonkhead", kind="stigma", reason="It hurts.", live_at=now())
        found = findings("A zonkhead said: you are an idiot, zonkhead.", by=None)
        assert [each.start for each in found] == sorted(each.start for each in found)
        assert len(found) >= 2

    def test_what_the_operator_says_of_a_place_stands_for_what_the_check_says_there(self) -> None:
        assert [each.kind for each in findings("He is a junkie.", by=None)] == ["stigma"]
        OwnTerm.objects.create(phrase="junkie", kind="stigma", reason="Ours.", live_at=now())
        assert [each.reason for each in findings("He is a junkie.", by=None)] == ["Ours."]

    def test_danger_stands_beside_an_operators_term(self) -> None:
        OwnTerm.objects.create(phrase="blue lips", kind="stigma", reason="Ours.", live_at=now())
        found = findings("He has blue lips and I cannot wake him.", by=None)
        assert {"crisis", "stigma"} <= {each.kind for each in found}
