from __future__ import annotations

from typing import Any

from django.db import migrations

from allies.accounts.models.name import digest


def fill(apps: Any, schema_editor: Any) -> None:
    for edition in apps.get_model("answers", "AnswerEdition").objects.only("asked_by").iterator():
        type(edition).objects.filter(pk=edition.pk).update(asker=digest(edition.asked_by))


class Migration(migrations.Migration):
    dependencies = [("answers", "0006_asker")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
