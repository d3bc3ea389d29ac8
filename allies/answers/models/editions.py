from __future__ import annotations

from typing import Any, Self

from django.db import models

from allies.accounts.models import Apart, Member, NameClaim
from allies.lib.edition import Edition


class AnswerEditionQuerySet(models.QuerySet["AnswerEdition"]):
    def public(self) -> Self:
        return self.filter(public=True)

    def visible_to(self, reader: Member | None) -> Self:
        """Without answers to whoever the reader must not meet, by any name that they have or had."""
        if reader is None or reader.has_apart is False:
            return self
        names = NameClaim.objects.of(Apart.objects.unseen_by(reader).values("other"))
        return self.exclude(asker__in=names.values("digest"))

    def newest_first(self) -> Self:
        return self.order_by("-date", "-pk")


class AnswerEdition(Edition):
    page = models.OneToOneField("answers.AnswerPage", on_delete=models.CASCADE, related_name="edition")
    slug = models.SlugField(max_length=255, unique=True)
    author_name = models.CharField(max_length=30)
    author_title = models.CharField(max_length=60, blank=True)
    asked_by = models.CharField(max_length=30)
    asker = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="The asker's pseudonym, as names are claimed."
    )
    date = models.DateTimeField(db_index=True)
    public = models.BooleanField()
    topic_names = models.JSONField(default=list, help_text="Name and slug of each topic, as lists show them.")
    comment_count = models.PositiveIntegerField(default=0)

    objects = AnswerEditionQuerySet.as_manager()
    reader_seen: int | None = None  # see queries.answer_for
    reader_draft: int | None = None
    reader_mutes: bool = False
    reader_cut: bool = False  # whether its text lacks something for this reader

    class Meta:
        indexes = [models.Index(fields=["public", "-date"], name="answers_public_newest")]

    @property
    def version(self) -> tuple[Any, ...]:
        """Changes with whatever pages show of it (`kept` fragments)."""
        return self.pk, self.written_at, self.comment_count

    @property
    def topics(self) -> list[dict[str, str]]:
        return [{"name": name, "slug": slug} for name, slug in self.topic_names]

    @property
    def closed(self) -> bool:
        return not self.public

    @property
    def address(self) -> str:
        return f"/answers/{self.slug}/"


class TopicEntry(models.Model):
    """An answer's place in the list of one topic: an index gives a page of it in order, however long the list is."""

    edition = models.ForeignKey(AnswerEdition, on_delete=models.CASCADE, related_name="entries")
    topic = models.ForeignKey("answers.Topic", on_delete=models.CASCADE, related_name="entries")
    date = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["topic", "-date", "-edition"], name="answers_topic_newest")]
        constraints = [models.UniqueConstraint(fields=["edition", "topic"], name="in_a_topic_once")]

    def __str__(self) -> str:
        return f"{self.edition} in {self.topic}"
