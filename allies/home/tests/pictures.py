"""Pictures as a phone makes them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pixels
from wagtail.images.models import Image

from allies.lib.pictures import ORIENTATION

GPS, MAKE = 0x8825, 0x010F


def a_picture(name: str = "lamp.jpg") -> SimpleUploadedFile:
    file, pixels = BytesIO(), Pixels.new("RGB", (1500, 1000), "navy")
    about = pixels.getexif()
    about[MAKE], about[ORIENTATION] = "Somebody's phone", 6
    about.get_ifd(GPS)[1] = "N"
    pixels.save(file, "JPEG", exif=about)
    return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


def make_image(**fields: Any) -> Image:
    return Image.objects.create(title="Lamp", description="A lamp at night.", file=a_picture(), **fields)
