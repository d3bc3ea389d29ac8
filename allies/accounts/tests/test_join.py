from __future__ import annotations

import re

from django.conf import settings

from allies.accounts import recovery_codes
from allies.accounts.models import Consent, Member, RecoveryCode
from allies.accounts.terms import TERMS
from allies.testing import PASSPHRASE, MemberTestCase, make_member

TICKS = {"age": "on", "confidentiality": "on", "agreement": "on"}
GOOD = {"pseudonym": "HarborLight", "passphrase": PASSPHRASE, "email": "", **TICKS}
CODE = re.compile(r"<li>([0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5})</li>")


class Join(MemberTestCase):
    def test_joining_signs_in_and_shows_eight_codes_once(self) -> None:
        answer = self.client.post("/join/", GOOD | {"next": "/answers/"})
        codes = CODE.findall(answer.content.decode())
        assert len(codes) == len(set(codes)) == 8
        assert 'href="/answers/"' in answer.content.decode()
        member = Member.objects.get(pseudonym="HarborLight")
        assert member.email == ""
        assert int(self.client.session["_auth_user_id"]) == member.pk
        assert set(Consent.objects.filter(member=member).values_list("document", "version")) == {
            (t.key, t.version) for t in TERMS
        }
        kept = set(RecoveryCode.objects.filter(member=member).values_list("digest", flat=True))
        assert kept == {recovery_codes.stored(code) for code in codes}
        assert not any(code in "".join(kept) for code in codes)
        again = self.client.get("/join/")
        assert again.status_code == 302
        assert not CODE.findall(self.client.get("/me/").content.decode())

    def test_email_is_kept_when_given(self) -> None:
        self.client.post("/join/", GOOD | {"email": "a@example.org"})
        assert Member.objects.get(pseudonym="HarborLight").email == "a@example.org"

    def test_the_page_says_what_it_needs_and_why(self) -> None:
        page = self.client.get("/join/?next=/answers/").content.decode()
        assert "We need it only to write to you; you can leave it out." in page
        for term in TERMS:
            assert all(str(sentence) in page for sentence in term.sentences)
        assert 'name="next" value="/answers/"' in page
        assert 'autocomplete="new-password"' in page
        assert "<title>Notes</title>" in page

    def test_onward_stays_on_this_site(self) -> None:
        for hostile in (
            "https://elsewhere.example/",
            "//elsewhere.example",
            "javascript:alert(1)",
            "http:///elsewhere.example",
            "\\\\elsewhere",
        ):
            page = self.client.get("/join/", {"next": hostile}).content.decode()
            assert f'name="next" value="{settings.LOGIN_REDIRECT_URL}"' in page, hostile

    def test_what_was_typed_survives_but_not_the_passphrase(self) -> None:
        page = self.client.post(
            "/join/", {"pseudonym": "HarborLight", "email": "a@example", "passphrase": PASSPHRASE}
        ).content.decode()
        assert 'value="HarborLight"' in page
        assert 'value="a@example"' in page
        assert PASSPHRASE not in page
        assert "please type it once more" in page
        assert page.count("please read this and tick the box") == 6  # beside each box and in the summary
        assert not Member.objects.named("HarborLight").exists()

    def test_each_box_must_be_ticked(self) -> None:
        for key in TICKS:
            self.client.post("/join/", {k: v for k, v in GOOD.items() if k != key})
        assert not Member.objects.named("HarborLight").exists()

    def test_taken_names_and_their_doubles(self) -> None:
        make_member("Harbor Light")
        for name in ("Harbor Light", "harbor light", "HarborLight", "harb0r_1ight"):
            page = self.client.post("/join/", GOOD | {"pseudonym": name}).content.decode()
            assert "is taken" in page, name

    def test_a_full_name_is_asked_about_once(self) -> None:
        full = GOOD | {"pseudonym": "Mary Miller"}
        page = self.client.post("/join/", full).content.decode()
        assert "Use it anyway" in page
        assert 'role="alert"' not in page, "a hint, not an error"
        assert not Member.objects.named("Mary Miller").exists()
        assert 'name="hinted" value="Mary Miller"' in page
        self.client.post("/join/", full | {"hinted": "Mary Miller"})
        assert Member.objects.named("Mary Miller").exists()

    def test_the_hint_is_for_one_name(self) -> None:
        self.client.post("/join/", GOOD | {"pseudonym": "Mary Miller", "hinted": "Anna Miller"})
        assert not Member.objects.named("Mary Miller").exists()

    def test_bad_input_is_answered(self) -> None:
        hostile = (
            {"pseudonym": "\x00"},
            {"pseudonym": "x" * 5000},
            {"passphrase": "\x00" * 20},
            {"passphrase": "p" * 100_000},
        )
        for bad in hostile:
            assert self.client.post("/join/", GOOD | bad).status_code == 200
        assert (
            self.client.post("/join/", b"\xff\xfe=%ff", content_type="application/x-www-form-urlencoded").status_code
            == 200
        )
        assert Member.objects.count() == 7, "the cast and nobody else"

    def test_other_methods_are_refused(self) -> None:
        assert self.client.put("/join/").status_code == 405

    def test_too_many_are_refused(self) -> None:
        for _ in range(30):
            self.client.post("/join/", {})
        answer = self.client.post("/join/", GOOD)
        assert answer.status_code == 429
        assert not Member.objects.named("HarborLight").exists()
        assert self.client.get("/join/").status_code == 200, "reading is not limited"
