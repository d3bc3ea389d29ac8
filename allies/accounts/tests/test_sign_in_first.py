from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from allies.testing import PASSPHRASE, MemberTestCase


class SignInFirst(MemberTestCase):
    def target(self, location: str) -> str:
        assert location.startswith("/sign-in/?")
        return parse_qs(urlsplit(location).query)["next"][0]

    def test_a_page_is_remembered(self) -> None:
        assert self.target(self.client.get("/me/sessions/?a=b")["Location"]) == "/me/sessions/?a=b"

    def test_an_expired_session_in_the_middle_of_a_post_leads_back_to_the_form(self) -> None:
        self.sign_in(self.alice)
        self.client.session.flush()
        answer = self.client.post("/me/sessions/end-others/", headers={"referer": "http://testserver/me/sessions/"})
        location = answer["Location"]
        assert self.target(location) == "/me/sessions/"
        signed_in = self.client.post(location, {"login": "alice", "password": PASSPHRASE})
        assert signed_in["Location"] == "/me/sessions/"

    def test_a_post_from_nowhere_leads_to_the_start(self) -> None:
        for referer in ("", "https://elsewhere.example/x", "http://testserver//elsewhere.example", "nonsense"):
            answer = self.client.post("/me/sessions/end-others/", headers={"referer": referer})
            assert self.target(answer["Location"]) == "/learn/", referer

    def test_a_fragment_takes_the_whole_page_along(self) -> None:
        headers = {"hx-request": "true", "hx-current-url": "http://testserver/me/?x=1"}
        answer = self.client.get("/me/sessions/", headers=headers)
        assert answer.status_code == 200
        assert self.target(answer["HX-Redirect"]) == "/me/?x=1"
