"""A database of its own, in a file, read byte by byte after everything of a member was erased from it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.doors import on_a_file

WALK = """
import json
from django.conf import settings
from django.db import connection
from allies.accounts import erasing
from allies.accounts.models import DataKey
from allies.accounts.rotation import sealed_fields
from allies.answers.tests.planted import plant
from allies.answers.tests.quoted import CANARY, QuotedTestCase

QuotedTestCase.setUpTestData()
walk = QuotedTestCase()
walk.alice.use_email("q997zwxkja@example.org")
walk.alice.rename("q996zwxkja")
walk.published(body=[("text", "<p>You wrote: " + CANARY + " Wait until morning.</p>")])
erased = walk.bob
planted = plant(erased, walk.alice, walk.sam, "b")
erased.use_email("q995zwxkjb@example.org")
erased.rename("q994zwxkjb")

def clear_and_sealed(member, planted):
    "What would be found: words in the clear, the sealed ones as they stand in their rows, and the keys around them."
    sealed = {str(field) for field in sealed_fields()}
    found = {word: word.encode() for place, word in planted.items() if place not in sealed}
    for field in sealed_fields():
        rows = field.model._base_manager.all()
        if field.model._meta.get_field(field.owner).related_model is type(member):
            rows = rows.filter(**{field.owner: member})
        for value in rows.values_list(field.name, flat=True):
            if value is not None:
                found[f"{field} of {member.pk} {len(found)}"] = value.raw
    for key in DataKey.objects.filter(member=member):
        found[f"key {key.pk}"] = bytes(key.wrapped)
    return found

def held(looked_for):
    files = {path.name: path.read_bytes() for path in settings.DATA.glob("allies.sqlite3*")}
    return {name: [place for place, word in looked_for.items() if word in held] for name, held in files.items()}

more = {"comment": "q999zwxkjb", "measure": "q998zwxkjb", "address": "q995zwxkjb", "name": "q994zwxkjb"}
his = clear_and_sealed(erased, planted.words | more)
hers = clear_and_sealed(walk.alice, {"her address": "q997zwxkja", "her name": "q996zwxkja"}) | {"quoted": b"zebrafish"}
before = held(his | hers)
erasing.erase_everything(walk.alice)
erasing.erase_everything(erased)
after = held(his | hers)
with connection.cursor() as cursor:
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print(json.dumps({"all": sorted(his | hers), "before": before, "after": after, "later": held(his | hers)}))
"""


def test_no_byte_of_what_was_hers_is_left(tmp_path: Path) -> None:
    found = json.loads(on_a_file(WALK, tmp_path)[-1])
    assert len(found["all"]) > 40
    assert set().union(*found["before"].values()) == set(found["all"])
    for when in ("after", "later"):
        assert [(name, places) for name, places in found[when].items() if places] == [], when
