from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from allies.home.countries import choices

a_number = RegexValidator(r"^\+?[0-9][0-9 ()-]{1,28}$", _("A number as people dial it: digits, spaces and hyphens."))


def dialled(number: str) -> str:
    """What a phone is given: the digits, and the plus sign that may stand before them."""
    return "".join(character for character in number if character in "+0123456789")


class Kind(models.TextChoices):
    """The urgent-help keys, in the order of the safety rules, and after them help to find help."""

    EMERGENCY = "emergency", _("a life in danger")
    OVERDOSE = "overdose", _("overdose or poisoning")
    SUICIDE = "suicide", _("thoughts of suicide")
    VIOLENCE = "violence", _("violence at home")
    CHILD = "child", _("a child in danger")
    REFERRAL = "referral", _("finding help")


class HelpLineQuerySet(models.QuerySet["HelpLine"]):
    def in_order(self) -> HelpLineQuerySet:
        return self.order_by("country", "place", "id")


class HelpLine(models.Model):
    """One number that a reader in a country can call or text. Editors keep them at the desk."""

    country = models.CharField(_("country"), max_length=2, choices=choices)
    kind = models.CharField(_("what it is for"), max_length=12, choices=Kind)
    label = models.CharField(_("name"), max_length=80, help_text=_("As the line calls itself."))
    number = models.CharField(_("number to call"), max_length=30, blank=True, validators=[a_number])
    text_number = models.CharField(_("number to text"), max_length=30, blank=True, validators=[a_number])
    text_words = models.CharField(_("words to text"), max_length=30, blank=True, help_text=_("Such as HOME."))
    address = models.CharField(
        _("web address"),
        max_length=120,
        blank=True,
        help_text=_("Shown as text, without https://. Nobody is sent there unawares."),
    )
    hours = models.CharField(_("hours"), max_length=80, blank=True)
    note = models.CharField(_("note"), max_length=160, blank=True, help_text=_("Whom it is for, in a few words."))
    place = models.PositiveSmallIntegerField(_("place"), default=100, help_text=_("Smaller stands first."))
    source = models.CharField(_("source"), max_length=120, help_text=_("The organisation that publishes this number."))
    shipped_as = models.SlugField(max_length=60, unique=True, null=True, editable=False)  # noqa: DJ001 - unique, and an operator's own have none

    objects = HelpLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(number="", text_number="", address=""), name="help_line_can_be_reached"
            )
        ]

    def __str__(self) -> str:
        return f"{self.country} · {self.label}"

    @property
    def dial(self) -> str:
        return dialled(self.number)

    @property
    def dial_text(self) -> str:
        return dialled(self.text_number)

    def clean(self) -> None:
        if not (self.number or self.text_number or self.address):
            raise ValidationError(_("Give a number to call, a number to text, or a web address."))
        if self.text_words and not self.text_number:
            raise ValidationError({"text_number": _("Give the number that these words are sent to.")})


class ShippedHelpLine(models.Model):
    """What the loader wrote last under a key, so that it can tell what an operator changed or took away since."""

    key = models.SlugField(max_length=60, primary_key=True)
    fingerprint = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.key
