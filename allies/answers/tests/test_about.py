from __future__ import annotations

from allies.answers.about import CHOICES, chosen, kept, named


def test_each_key_stands_for_one_choice() -> None:
    keys = [key for pairs in CHOICES.values() for key, _label in pairs]
    assert len(keys) == len(set(keys))
    assert all(key and not key.split()[1:] for key in keys)


def test_what_is_kept_is_read_again() -> None:
    about = kept(["steady", "", "partner", "nothing we know"])
    assert about == "partner\nsteady"
    assert chosen(about) == {"relationship": "partner", "stage": "steady"}
    assert named(about) == [("Who it is about", "My partner"), ("Where they are now", "Has not used for a while")]


def test_one_of_each_group() -> None:
    assert kept(["friend", "partner"]) == "partner"
    assert kept([]) == ""
    assert named("") == []
    assert named("unknown") == []
