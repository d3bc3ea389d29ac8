from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pixels
from wagtail.images.models import Image
from wagtail.test.utils.form_data import nested_form_data, streamfield

from allies.answers.models import AnswerPage
from allies.home.tests.desk import DeskTestCase, as_form, make_answer
from allies.lib.blocks import Picture
from allies.lib.pictures import ORIENTATION

# Wagtail leaves the temporary file of a new rendition to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

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


class Described(DeskTestCase):
    def test_a_picture_is_kept_once_it_has_words(self) -> None:
        self.sign_in(self.sam)
        sent = {"title": "Lamp", "files[]": a_picture(), "collection": "1"}
        said = json.loads(self.client.post("/cms/images/multiple/add/", sent).content)
        assert said["success"]
        assert not Image.objects.exists()
        key = said["uploaded_file_id"]
        at, name = f"/cms/images/multiple/create_from_uploaded_image/{key}/", f"uploaded-image-{key}"
        self.client.post(at, {f"{name}-title": "Lamp", f"{name}-description": "", f"{name}-tags": ""})
        assert not Image.objects.exists()
        self.client.post(at, {f"{name}-title": "Lamp", f"{name}-description": "A lamp.", f"{name}-tags": ""})
        assert Image.objects.get().description == "A lamp."

    def test_its_words_cannot_be_taken_away(self) -> None:
        image = make_image()
        self.sign_in(self.edda)
        self.client.post(f"/cms/images/{image.pk}/", {"title": "Lamp", "description": ""})
        assert Image.objects.get().description == "A lamp at night."

    def test_in_a_page_it_has_words_of_its_own(self) -> None:
        image, page = make_image(), make_answer(self.sam)
        self.sign_in(self.sam)
        for words, waits in (("", False), ("A lamp burns in a window.", True)):
            body = streamfield([("image", {"image": str(image.pk), "words": words})])
            form = as_form(page) | nested_form_data({"body": body}) | {"action-submit": "1"}
            self.client.post(f"/cms/pages/{page.pk}/edit/", form)
            assert AnswerPage.objects.get(pk=page.pk).workflow_in_progress is waits
        self.sign_in(self.rhea)
        self.decide(page, "approve")
        html = AnswerPage.objects.get(pk=page.pk).edition.html
        assert 'alt="A lamp burns in a window."' in html
        assert "decorative" not in Picture().child_blocks


class Served(DeskTestCase):
    def setUp(self) -> None:
        self.image = make_image()
        self.shown = self.image.get_rendition("width-960")

    def bytes_at(self, path: str) -> bytes:
        return b"".join(self.client.get(path).streaming_content)

    def test_what_readers_see_is_smaller_and_keeps_nothing_of_the_camera(self) -> None:
        response = self.client.get(self.shown.url)
        assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
        assert response["X-Content-Type-Options"] == "nosniff"
        seen = Pixels.open(BytesIO(self.bytes_at(self.shown.url)))
        assert seen.size == (960, 1440)  # upright, as it was held
        kept = Pixels.open(self.image.file.path)
        for picture in (seen, kept):
            assert MAKE not in picture.getexif()
            assert not picture.getexif().get_ifd(GPS)

    def test_the_file_it_was_made_from_is_for_the_desk(self) -> None:
        at = self.image.file.url
        assert at.startswith("/media/original_images/")
        assert self.client.get(at).status_code == 302
        for member, status in ((self.alice, 404), (self.vera, 404), (self.sam, 200)):
            self.sign_in(member)
            assert self.client.get(at).status_code == status

    def test_an_address_never_becomes_a_path(self) -> None:
        name = self.shown.file.name.removeprefix("images/")
        self.sign_in(self.sam)
        for path in (
            "../secret_key",
            "..%2Fsecret_key",
            f"x/../{name}",
            "",
            ".",
            f"{name}%00",
            f"{name}/",
            name.upper(),
        ):
            for folder in ("images", "original_images"):
                assert self.client.get(f"/media/{folder}/{path}").status_code == 404, path

    def test_only_pictures_are_served_as_pictures(self) -> None:
        for name in ("images/x.svg", "images/x.html"):
            self.shown.file.storage.save(name, SimpleUploadedFile("x", b"<script>1</script>"))
            type(self.shown).objects.filter(pk=self.shown.pk).update(file=name)
            assert self.client.get(f"/media/{name}").status_code == 404

    def test_a_file_that_is_gone_and_the_wrong_method(self) -> None:
        assert self.client.post(self.shown.url).status_code == 405
        self.shown.file.storage.delete(self.shown.file.name)
        assert self.client.get(self.shown.url).status_code == 404

    def test_one_query(self) -> None:
        with self.assertNumQueries(1):
            self.client.get(self.shown.url)
