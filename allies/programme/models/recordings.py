from __future__ import annotations

import mimetypes
import uuid
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import Storage, storages
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


def private_storage() -> Storage:
    return storages["private"]


def private_name(recording: Recording, name: str) -> str:
    return f"recordings/{recording.key}/{uuid.uuid4().hex[:12]}{PurePath(name).suffix.lower()}"


class Recording(models.Model):
    """A video or a sound file with what everybody needs to follow it: captions, transcript, a poster for a video."""

    class Kind(models.TextChoices):
        VIDEO = "video", _("video")
        AUDIO = "audio", _("audio")

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False, help_text="What its addresses are made of.")
    kind = models.CharField(_("kind"), max_length=5, choices=Kind, default=Kind.VIDEO)
    title = models.CharField(_("title"), max_length=160)
    file = models.FileField(
        _("file"),
        upload_to=private_name,
        storage=private_storage,
        validators=[FileExtensionValidator(["mp4", "webm", "mp3", "m4a", "ogg"])],
    )
    captions = models.FileField(
        _("captions"),
        upload_to=private_name,
        storage=private_storage,
        blank=True,
        validators=[FileExtensionValidator(["vtt"])],
        help_text=_("WebVTT. A video cannot be published without it."),
    )
    poster = models.FileField(
        _("poster"),
        upload_to=private_name,
        storage=private_storage,
        blank=True,
        validators=[FileExtensionValidator(["jpg", "jpeg", "png", "webp"])],
    )
    transcript = models.TextField(_("transcript"), help_text=_("Everything that is said and shown, as text."))

    panels = [FieldPanel(name) for name in ("kind", "title", "file", "captions", "poster", "transcript")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.VIDEO and not self.captions:
            raise ValidationError({"captions": _("A video needs captions (a WebVTT file).")})
        if self.captions and not self.captions._committed:
            start = self.captions.read(16)
            self.captions.seek(0)
            if not start.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
                raise ValidationError({"captions": _("This is not a WebVTT file: its first line must be WEBVTT.")})

    @property
    def media_type(self) -> str:
        return mimetypes.guess_type(self.file.name)[0] or "application/octet-stream"

    def part(self, name: str) -> Any:
        """The stored file called `name` ("file", "captions", "poster"), or None."""
        stored = getattr(self, name) if name in {"file", "captions", "poster"} else None
        return stored or None
