"""One cushion at a time, never a dangerous one; and counting whether a boundary was kept."""

from __future__ import annotations

from allies.audit.models import Entry as Audited
from allies.notebook.models import Entry
from allies.notebook.tests.walking import hidden, write
from allies.testing import MemberTestCase

SAFE = {"afraid": "no"}


class ChoosingTests(MemberTestCase):
    def setUp(self) -> None:
        self.sign_in(self.alice)

    def chosen(self) -> list[str]:
        return [str(each.given["what"]) for each in Entry.objects.of(self.alice) if each.given.get("chosen")]

    def test_only_one_is_being_stopped(self) -> None:
        for what in ("I pay his phone bill", "I call in sick for him"):
            address = write(self.client, "cushions", {"what": what})
            self.client.post(f"{address}choose/", SAFE)
            assert self.chosen() == [what]
        self.assertContains(self.client.get(address), "This is the one you stop")
        self.client.post(f"{address}choose/end/")
        assert self.chosen() == []

    def test_a_dangerous_one_is_refused_with_the_reason(self) -> None:
        for given in ({"what": "I carry naloxone"}, {"what": "I do his laundry", "danger": ["overdose"]}):
            address = write(self.client, "cushions", given)
            page = self.client.post(f"{address}choose/", SAFE, follow=True)
            self.assertContains(page, "could die of an overdose")
            assert self.chosen() == []

    def test_words_that_become_dangerous_end_it(self) -> None:
        address = write(self.client, "cushions", {"what": "I drive him"})
        self.client.post(f"{address}choose/", SAFE)
        assert self.chosen()
        self.client.post(address, hidden(self.client, address) | {"what": "I drive him home when he is drunk"})
        assert self.chosen() == []

    def test_fear_closes_the_choice_and_shows_help_and_is_kept_nowhere(self) -> None:
        address = write(self.client, "cushions", {"what": "I call in sick for him"})
        self.assertContains(self.client.get(address), "are you afraid of them?")
        before = Entry.objects.of(self.alice).get().words
        session = dict(self.client.session.items())
        page = self.client.post(f"{address}choose/", {"afraid": "yes"})
        self.assertContains(page, 'data-urgent="violence"')
        self.assertContains(page, "not the time to stop something")
        assert "Set-Cookie" not in page.headers
        assert (Entry.objects.of(self.alice).get().words, self.chosen()) == (before, [])
        assert dict(self.client.session.items()) == session
        assert not Audited.objects.filter(target__contains="entry").exists()

    def test_the_answer_does_not_wait_for_the_next_sign_in(self) -> None:
        address = write(self.client, "cushions", {"what": "I call in sick for him"})
        page = self.client.get(address).content.decode()
        form = page[page.index("choose/") :]
        assert 'name="whose"' not in form[: form.index("</form>")]

    def test_without_an_answer_nothing_is_chosen(self) -> None:
        address = write(self.client, "cushions", {"what": "I call in sick for him"})
        page = self.client.post(f"{address}choose/", follow=True)
        self.assertContains(page, "Please answer the question first")
        assert self.chosen() == []

    def test_a_boundary_counts_each_tap_once(self) -> None:
        address = write(self.client, "boundaries", {"what": "I leave when there is shouting"})
        for tap, kept in (("one", "1"), ("one", "1"), ("two", "1"), ("three", "")):
            self.client.post(f"{address}count/", {"tap": tap, "kept": kept})
        self.assertContains(self.client.get("/notes/boundaries/"), "kept 2 of 3 times")
        self.client.post(address, hidden(self.client, address) | {"what": "I go for a walk"})
        self.assertContains(self.client.get("/notes/boundaries/"), "kept 2 of 3 times")
