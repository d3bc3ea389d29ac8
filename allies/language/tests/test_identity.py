"""Identifying details: what is found, what stays, and what could stand there instead."""

from __future__ import annotations

import pytest

from allies.language import check
from allies.language.identity import INSTEAD


def found(text: str, writer: str | None = None) -> list[tuple[str, str]]:
    findings = check(text, writer=writer)
    return [(each.subkind, text[each.start : each.end]) for each in findings if each.kind == "identity"]


@pytest.mark.parametrize(
    ("text", "subkind", "span"),
    [
        ("My number is (602) 555-0173 now", "phone", "(602) 555-0173"),
        ("ring 07700 900218 tonight", "phone", "07700 900218"),
        ("+44 7700 900736 is mine", "phone", "+44 7700 900736"),
        ("call 303 555 0166 ext 4", "phone", "303 555 0166 ext 4"),
        ("text me, six oh two five five five oh one nine nine", "phone", "six oh two five five five oh one nine nine"),
        ("write to dave.p@example.com", "email", "dave.p@example.com"),
        ("it is dave dot p at gmail dot com", "email", "dave dot p at gmail dot com"),
        ("hollis(at)example(dot)com", "email", "hollis(at)example(dot)com"),
        ("I write at www.example.net/living", "link", "www.example.net/living"),
        ("he is on instagram.com/realkev", "link", "instagram.com/realkev"),
        ("I'm on discord as tiredmama#4417", "handle", "tiredmama#4417"),
        ("my insta is lou.and.the.lads", "handle", "lou.and.the.lads"),
        ("we live at 9 Tansy Close, Swindon", "address", "9 Tansy Close, Swindon"),
        ("PO Box 44, Bisbee AZ 85603", "address", "PO Box 44, Bisbee AZ 85603"),
        ("our postcode is HX7 8ZZ", "address", "HX7 8ZZ"),
        ("dob 4/12/91", "birth", "4/12/91"),
        ("she was born on 3 May 1994", "birth", "3 May 1994"),
        ("the reg is BD19 XKP", "number", "BD19 XKP"),
        ("case no. 2024-CR-00418", "number", "2024-CR-00418"),
        ("My son is Callum Ridgewell.", "name", "Callum Ridgewell"),
        ("I saw Callum Ridgewell's van", "name", "Callum Ridgewell"),
        ("his name is rodney falk-mercer", "name", "rodney falk-mercer"),
        ("her aunt, Siobhan de la Cruz O'Dowda, knows", "name", "Siobhan de la Cruz O'Dowda"),
        ("he's the only vet in Tollesbury", "quasi", "only vet in Tollesbury"),
        ("he plays hooker for Otley", "quasi", "plays hooker for Otley"),
        ("My wife runs the bakery on the square in Yuma", "quasi", "the bakery on the square in Yuma"),
    ],
)
def test_what_is_found(text: str, subkind: str, span: str) -> None:
    assert found(text) == [(subkind, span)]


@pytest.mark.parametrize(
    "text",
    [
        "Call 911, 988, 116 123 or 1-800-662-4357.",
        "FRANK is on 0300 123 6600",
        "It cost 2,350.75 and the hearing is on 6/18 at 2:15.",
        "samhsa.gov, nhs.uk and al-anon.org have leaflets",
        "We talked.So I went home.",
        "@quietriver thank you, we meet @ 7pm",
        "He was 12 miles down the road",
        "He has been sober since 7 July 2021",
        "Case 4 of 12, bed 3, 300 mg",
        "My son Callum and Mrs Ashby are here",
        "Beverly Conyers writes about this",
        "I read the bit by David Sheff",
        "St. Mary's, Betty Ford Center, New York, Good Friday",
        "his name is rob but we call him bear",
        "Will Karen come? In April Denver was cold.",
        "our dog Charlie Fisk is old",
        "he works at Walmart and she is a nurse in Ohio",
        "The hospital in Denver was kind",
    ],
)
def test_what_tells_nothing(text: str) -> None:
    assert found(text) == []


def test_the_writers_own_pseudonym_tells_nothing() -> None:
    text = "Yours, Wendy Thornberry"
    assert found(text) == [("name", "Wendy Thornberry")]
    assert found(text, writer="wendy thornberry") == []
    assert found(text, writer="wendy") == [("name", "Wendy Thornberry")]
    assert found("find me on insta, @moss_mum", writer="moss_mum") == []


def test_no_detail_is_found_twice() -> None:
    text = "Write to Callum Ridgewell, callum.ridgewell@example.com, 9 Tansy Close, Swindon, or 07700 900218."
    assert [subkind for subkind, _span in found(text)] == ["name", "email", "address", "phone"]


@pytest.mark.parametrize(
    ("text", "instead"),
    [("I think my son Callum Ridgewell knows", "my son"), ("I saw Callum Ridgewell there", "a friend")],
)
def test_a_name_is_replaced_by_what_the_person_is_to_the_writer(text: str, instead: str) -> None:
    assert [each.alternatives[0] for each in check(text) if each.kind == "identity"] == [instead]


def test_alternatives_pass_the_check() -> None:
    words = [*(each for some in INSTEAD.values() for each in some), "my son", "my loved one", "a friend"]
    assert [word for word in words if check(word)] == []
