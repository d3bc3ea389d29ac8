"""What a camera writes into a picture (where, when, whose) does not come along when staff upload it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage
from PIL import Image, UnidentifiedImageError

FOLDER = "original_images/"
ORIENTATION = 0x0112
KEEPING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": "keep"},
    "PNG": {},
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
}


def without_traces(content: File) -> File:
    """The same picture with its colours and the way it is turned, and nothing else that was written into it."""
    content.seek(0)
    try:
        picture = Image.open(content)
        if picture.format not in KEEPING or getattr(picture, "is_animated", False):
            return content
        turned = Image.Exif()
        if ORIENTATION in picture.getexif():
            turned[ORIENTATION] = picture.getexif()[ORIENTATION]
        out, colours = BytesIO(), picture.info.get("icc_profile")
        picture.info = {}
        options: dict[str, Any] = {**KEEPING[picture.format], "exif": turned.tobytes(), "icc_profile": colours}
        picture.save(out, picture.format, **{key: value for key, value in options.items() if value})
    except (UnidentifiedImageError, OSError, ValueError):
        return content  # not a picture: whoever asked for it to be kept refuses it
    finally:
        content.seek(0)
    return ContentFile(out.getvalue(), name=content.name)


class Pictures(FileSystemStorage):
    """Every way of uploading a picture ends here."""

    def _save(self, name: str, content: File) -> str:
        clean = without_traces(content) if name.startswith(FOLDER) else content
        saved: str = super()._save(name, clean)
        return saved
