from __future__ import annotations

from django.test import override_settings

from allies.accounts import recovery_codes


def test_codes_hold_75_random_bits_and_no_doubtful_letter() -> None:
    codes = [code for _ in range(50) for code in recovery_codes.make()]
    assert len(set(codes)) == 400
    used = set("".join(codes)) - {"-"}
    assert len(used) == 32
    assert not used & set("ilou")
    assert all(len(recovery_codes.read(code)) == 15 for code in codes)


@override_settings(MFA_KEYS=["one"])
def test_a_code_outlives_its_key() -> None:
    kept = recovery_codes.stored("abcde-fghjk-mnpqr")
    with override_settings(MFA_KEYS=["two", "one"]):
        assert kept in recovery_codes.possible("ABCDE FGHJK MNPQR")
        assert recovery_codes.stored("abcde-fghjk-mnpqr") != kept
    with override_settings(MFA_KEYS=["two"]):
        assert kept not in recovery_codes.possible("abcde-fghjk-mnpqr")
