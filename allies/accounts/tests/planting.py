"""A row of every private model, with a word of its own in each field that takes words: to be looked for later."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.timezone import now

from allies.accounts.models import Member
from allies.accounts.owned import Owned, owned_models
from allies.lib.sealed import SealedText

Made = dict[type[models.Model], Any]


class Planted:
    """`words`: each canary by where it stands. `given`: rows of other models that private ones point to."""

    def __init__(self, member: Member, other: Member, letter: str, given: Made) -> None:
        self.member, self.other, self.letter, self.made = member, other, letter, dict(given)
        self.words: dict[str, str] = {}
        for model in owned_models():
            self.made_of(model)

    def canary(self, field: Any) -> str:
        """Ten characters, so that it fits everywhere and stands nowhere by chance."""
        word = f"q{len(self.words):03d}zwxkj{self.letter}"
        self.words[f"{field.model._meta.label}.{field.name}"] = word
        return word

    def made_of(self, model: type[models.Model]) -> Any:
        if model not in self.made:
            assert issubclass(model, Owned), f"give a row of {model.__name__} for the private rows that point to it"
            values = {field.name: self.value(field) for field in model._meta.fields if self.takes(field)}
            row = model(**values)
            row.save(force_insert=True)
            self.made[model] = row
        return self.made[model]

    @staticmethod
    def takes(field: Any) -> bool:
        if field.primary_key or (field.is_relation and field.null):
            return False
        return not getattr(field, "auto_now", False) and not getattr(field, "auto_now_add", False)

    def value(self, field: Any) -> Any:
        if field.is_relation and field.related_model is Member:
            return self.member if field.name == "member" else self.other
        if field.is_relation:
            return self.made_of(field.related_model)
        if field.choices:
            return field.flatchoices[0][0]
        if isinstance(field, SealedText | models.CharField | models.TextField):
            return self.canary(field)
        if isinstance(field, models.BinaryField):
            return b"sealed elsewhere"
        if isinstance(field, models.JSONField):
            return [self.canary(field)]
        if isinstance(field, models.DateTimeField):
            return now()
        if isinstance(field, models.DateField):
            return now().date()
        return field.get_default() if field.has_default() else int(not isinstance(field, models.BooleanField))
