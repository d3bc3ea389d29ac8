from __future__ import annotations

from typing import Any

from django.db import migrations


def fill(apps: Any, schema_editor: Any) -> None:
    for member in apps.get_model("accounts", "Member").objects.exclude(email="").only("email").iterator():
        member.save(update_fields=["email_key"])  # the field makes it from the address


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_apart")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
