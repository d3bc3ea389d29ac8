from __future__ import annotations

from typing import Any

from allies.audit.models import Entry
from allies.desk.looked import receipt
from allies.desk.testing import DeskTestCase
from allies.desk.trying import harmless, is_common, try_on
from allies.moderation.models import OwnTerm

TERM = {
    "phrase": "druggo",
    "kind": "stigma",
    "reason": "It names a person by the illness.",
    "alternatives": "person who uses drugs\n\nhe",
    "source": "Our members",
}


class TermTests(DeskTestCase):
    def setUp(self) -> None:
        self.sign_in(self.edda)

    def add(self, **more: Any) -> OwnTerm:
        given = {**TERM, "alternatives": ["he"], "added_by": self.edda, **more}
        return OwnTerm.objects.create(**given)

    def test_added_it_does_not_count_yet_and_shows_what_it_would_mark(self) -> None:
        self.written("That druggo said so.")
        response = self.client.post("/desk/words/add/", TERM)
        term = OwnTerm.objects.get()
        self.assertRedirects(response, f"/desk/words/{term.pk}/try/")
        assert (term.live_at, term.alternatives, term.added_by) == (None, ["person who uses drugs", "he"], self.edda)
        page = self.page(f"/desk/words/{term.pk}/try/")
        assert "It would mark 1 of the newest 2 comments." in page
        assert "<mark>druggo</mark>" in page
        assert "does not count yet" in self.page("/desk/words/")

    def test_set_live_after_a_look_and_taken_down(self) -> None:
        term = self.add()
        path = f"/desk/words/{term.pk}/"
        self.client.post(f"{path}set-live/", {"looked": receipt(term)})
        assert OwnTerm.objects.live().get() == term
        self.client.post(f"{path}take-down/")
        assert not OwnTerm.objects.live().exists()
        assert list(Entry.objects.values_list("verb", flat=True))[:2] == ["term-taken-down", "term-live"]

    def test_not_without_a_look_at_the_word_as_it_is(self) -> None:
        term, other = self.add(), self.add(phrase="another one")
        for looked in ("", "forged", receipt(other), receipt(OwnTerm(pk=term.pk, phrase="druggo", kind="disrespect"))):
            response = self.client.post(f"/desk/words/{term.pk}/set-live/", {"looked": looked})
            self.assertRedirects(response, f"/desk/words/{term.pk}/try/")
        assert not OwnTerm.objects.live().exists()

    def test_a_change_wants_a_new_look(self) -> None:
        term = self.add()
        self.client.post(f"/desk/words/{term.pk}/set-live/", {"looked": receipt(term)})
        assert "person" not in self.page(f"/desk/words/{term.pk}/").split("<textarea")[1].split("</textarea>")[0]
        self.client.post(f"/desk/words/{term.pk}/", TERM | {"phrase": "druggos here"})
        term.refresh_from_db()
        assert (term.phrase, term.live_at) == ("druggos here", None)

    def test_deleted(self) -> None:
        self.client.post(f"/desk/words/{self.add().pk}/delete/")
        assert not OwnTerm.objects.exists()

    def test_words_that_cannot_be(self) -> None:
        self.add()
        for phrase, why in (
            ("", "required"),
            ("he", "three letters"),
            ("...", "three letters"),
            ("DRUGGO", "on the list already"),
            ("and", "too common"),
            ("x" * 61, "60"),
        ):
            response = self.client.post("/desk/words/add/", TERM | {"phrase": phrase})
            assert response.status_code == 422
            assert why in response.content.decode(), phrase
        assert OwnTerm.objects.count() == 1

    def test_an_alternative_passes_itself(self) -> None:
        for line in ("a druggo in love", "he is a junkie", "x" * 81, "\n".join("abcdefg")):
            response = self.client.post("/desk/words/add/", TERM | {"alternatives": line})
            assert response.status_code == 422, line
        assert not OwnTerm.objects.exists()

    def test_the_sample_is_bounded(self) -> None:
        term = self.add()
        self.page(f"/desk/words/{term.pk}/try/")
        with self.assertNumQueries(4):  # session, member, the term, the newest comments
            self.page(f"/desk/words/{term.pk}/try/")


def test_there_are_enough_harmless_sentences() -> None:
    assert len(harmless()) >= 100
    assert len(set(harmless())) == len(harmless())
    assert is_common("and")
    assert not is_common("druggo")


def test_an_example_shows_some_words_around_it() -> None:
    (example,) = try_on("word", [f"{'a ' * 60}word{' b' * 60}"]).examples
    assert (example.before[0], example.marked, example.after[-1]) == ("…", "word", "…")
    assert len(example.before) + len(example.after) < 100
