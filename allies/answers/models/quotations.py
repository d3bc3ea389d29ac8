"""From a private question to what others may read of it: the words, who agreed to them, and who read them twice."""

from __future__ import annotations

from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models.deletion import CASCADE, Collector
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from allies.accounts.owned import Owned, OwnedQuerySet
from allies.answers.models.questions import PartOfQuestion, Question
from allies.lib.sealed import SealedText


def take_out(collector: Collector, field: models.Field[Any, Any], links: Any, using: str) -> None:
    """A member who is deleted leaves no words in a page: they are taken out first, while they can still be found."""
    from allies.answers.withdrawing import take_out_of

    for link in links:
        Consent.objects.filter(quotation__question=link.question_id).update(given=False)
        take_out_of(link)
    CASCADE(collector, field, links, using)


class QuotedIn(models.Model):
    """The page that answers a question for everybody. The page itself never holds the asker's words or name."""

    question = models.OneToOneField(Question, on_delete=take_out, related_name="quoted_in")
    page = models.OneToOneField("answers.AnswerPage", on_delete=models.CASCADE, related_name="quoted_in")
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"question {self.question_id} in page {self.page_id}"


class QuotationQuerySet(OwnedQuerySet):
    def asked(self) -> Self:
        """Shown to the asker, or made by her."""
        return self.exclude(sent_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-version")


class Quotation(PartOfQuestion):
    """One version of the words proposed to be shown. It changes only until its asker sees it."""

    told_as = _("Your words as they were proposed to be shown")

    choices = SealedText(help_text="What was marked in the question's words, and what was chosen for it: JSON.")
    version = models.PositiveIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, help_text="Since when its asker sees it.")

    objects = QuotationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "version"], name="one_quotation_a_version")]

    def __str__(self) -> str:
        return f"quotation {self.pk}"

    @classmethod
    def told_to(cls, member: Any) -> models.QuerySet[Any]:
        return super().told_to(member).filter(models.Q(by=member) | models.Q(sent_at__isnull=False))


class Consent(Owned):
    """What the asker decided about one version; the newest counts. Silence is none. Taking it back is another one."""

    told_as = _("What you agreed to have shown")
    not_told = frozenset({"seen"})

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    quotation = models.ForeignKey(Quotation, on_delete=models.CASCADE, related_name="consents")
    decided_at = models.DateTimeField(default=timezone.now)
    given = models.BooleanField()
    named = models.BooleanField(default=False, help_text="Under her pseudonym; otherwise as a member.")
    seen = models.CharField(max_length=64, blank=True, help_text="Digest of what stood around the words.")
    note = SealedText()

    class Meta:
        indexes = [models.Index(fields=["quotation", "-decided_at"], name="answers_consent_newest")]

    def __str__(self) -> str:
        return f"consent {self.pk}"


class SecondReading(PartOfQuestion):
    """What a second reader, who neither wrote nor owns it, found about one version. `text`: her note to the writer."""

    quotation = models.ForeignKey(Quotation, on_delete=models.CASCADE, related_name="readings")
    read_at = models.DateTimeField(default=timezone.now)
    approved = models.BooleanField()
    safety = models.BooleanField(default=False)
    language = models.BooleanField(default=False)
    identity = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved=False) | models.Q(safety=True, language=True, identity=True),
                name="approved_with_the_whole_list",
            )
        ]
        indexes = [models.Index(fields=["quotation", "-read_at"], name="answers_reading_newest")]

    def __str__(self) -> str:
        return f"second reading {self.pk}"

    @classmethod
    def told_to(cls, member: Any) -> models.QuerySet[Any]:
        return super().told_to(member).none()


class Turn(models.TextChoices):
    BETTER: Any = "better", _("It is better")
    SAME: Any = "same", _("It is the same")
    HARDER: Any = "harder", _("It is harder")
    EARLY: Any = "early", _("Too early to say")


class FollowUpQuerySet(OwnedQuerySet):
    def answered(self) -> Self:
        return self.exclude(answered_at=None)

    def shown(self) -> Self:
        """Under the answer: its member agreed, and somebody of the team has read it."""
        return self.answered().filter(may_show=True).exclude(read_at=None)


class FollowUp(Owned):
    """“What happened?”, asked once, some time after the answer."""

    told_as = _("What happened since")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="follow_up")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Turn, blank=True)
    text = SealedText(help_text="A sentence, if she wrote one.")
    may_show = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True, help_text="When somebody of the team let it be shown.")

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["answered_at", "outcome"], name="answers_follow_up_counts")]

    def __str__(self) -> str:
        return f"follow-up {self.pk}"
