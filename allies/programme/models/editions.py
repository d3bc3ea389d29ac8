from __future__ import annotations

from django.db import models

from allies.lib.edition import Edition


class ModuleEdition(Edition):
    page = models.OneToOneField("programme.ModulePage", on_delete=models.CASCADE, related_name="edition")
    number = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=255, unique=True)

    class Meta:
        ordering = ["number"]

    @property
    def address(self) -> str:
        return f"/learn/{self.slug}/"


class LessonEdition(Edition):
    page = models.OneToOneField("programme.LessonPage", on_delete=models.CASCADE, related_name="edition")
    module = models.ForeignKey(ModuleEdition, on_delete=models.CASCADE, related_name="lessons")
    code = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=255)
    position = models.CharField(max_length=255, help_text="The page tree's own order.")
    coming = models.BooleanField()

    class Meta:
        ordering = ["module__number", "position"]
        constraints = [models.UniqueConstraint(fields=["module", "slug"], name="lesson_edition_address")]

    @property
    def version(self) -> tuple[object, ...]:
        """Changes with whatever pages show of it and its module (`kept` fragments)."""
        return self.pk, self.written_at, self.module.written_at

    @property
    def address(self) -> str:
        return f"/learn/{self.module.slug}/{self.slug}/"

    def html_for(self, positions: dict[str, int], token: str) -> str:
        """The text with each recording set to where its watcher stopped (seconds by the recording's key).

        `token`: the form token with which the player may report a new position.
        """
        html = self.html.replace('data-csrf=""', f'data-csrf="{token}"')
        for key, seconds in positions.items():
            html = html.replace(
                f'data-recording="{key}" data-position="0"', f'data-recording="{key}" data-position="{seconds}"'
            )
        return html
