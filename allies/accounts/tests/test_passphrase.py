from __future__ import annotations

import time

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from allies.accounts.models import Member
from allies.accounts.passphrase import WORDS, Weakness, weakness, words_about
from allies.testing import PASSPHRASE


@pytest.mark.parametrize(
    "good",
    [
        PASSPHRASE,
        "correct-horse-battery",
        "Ein Zug, drei Tassen",
        "x7Kq!vLp2m#Rz9",
        "夜の海は静かで遠い町まで",
        "y" * 3 + PASSPHRASE * 3,
    ],
)
def test_good_ones(good: str) -> None:
    assert weakness(good[:128]) is None


@pytest.mark.parametrize(
    ("weak", "why"),
    [
        ("", Weakness.SHORT),
        ("elevenchars", Weakness.SHORT),
        ("x" * 129, Weakness.LONG),
        ("passwordpassword", Weakness.REPEATED),
        ("aaaaaaaaaaaaaaaaaaaa", Weakness.REPEATED),
        ("wertyuiopsdfgh", Weakness.KEYBOARD),
        ("abcdefghijklmnop", Weakness.ORDERED),
        ("12/24/19881988", Weakness.DATE),
        ("iloveyou1234", Weakness.COMMON),
    ],
)
def test_weak_ones_and_why(weak: str, why: Weakness) -> None:
    assert weakness(weak) is why


def test_words_about_its_owner_do_not_count() -> None:
    about = words_about(pseudonym="Harbor Lighthouse", email="harborlighthouse@example.org")
    assert weakness("harborlighthouse1", about) is Weakness.YOURS
    assert weakness("Allies Allies Allies 1", words_about()) is not None


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(Weakness)


@pytest.mark.parametrize("hostile", ["4@8({[<36!1|0$+7%2x9" * 6, "p@ssw0rd!4$" * 11, "1l!i|" * 25])
def test_no_text_takes_long(hostile: str) -> None:
    started = time.process_time()
    weakness(hostile[:128])
    assert time.process_time() - started < 3, "zxcvbn takes 10 s for a hundred such characters"


def test_django_asks_our_rule() -> None:
    with pytest.raises(ValidationError) as caught:
        validate_password("harborlighthouse1", Member(pseudonym="harborlighthouse"))
    assert caught.value.messages == [str(WORDS[Weakness.YOURS])]


def test_hashes_are_argon2id_of_19_mib() -> None:
    made = make_password(PASSPHRASE)
    assert made.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password(PASSPHRASE, made)
    assert not check_password(PASSPHRASE + " ", made)
    assert not identify_hasher(made).must_update(made)
