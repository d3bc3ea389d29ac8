from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from PIL import Image as Pixels

from allies.home.tests.desk import DeskTestCase
from allies.home.tests.pictures import GPS, MAKE, make_image

# Wagtail leaves the temporary file of a new rendition to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


class Served(DeskTestCase):
    def setUp(self) -> None:
        self.image = make_image()
        self.shown = self.image.get_rendition("width-960")

    def get(self, path: str) -> tuple[HttpResponse, bytes]:
        response = self.client.get(path)
        return response, b"".join(response.streaming_content) if response.streaming else response.content

    def test_what_readers_see_is_smaller_and_keeps_nothing_of_the_camera(self) -> None:
        response, sent = self.get(self.shown.url)
        assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
        assert response["X-Content-Type-Options"] == "nosniff"
        seen = Pixels.open(BytesIO(sent))
        assert seen.size == (960, 1440)  # upright, as it was held
        with Pixels.open(self.image.file.path) as kept:
            for picture in (seen, kept):
                assert MAKE not in picture.getexif()
                assert not picture.getexif().get_ifd(GPS)

    def test_the_file_it_was_made_from_is_for_the_desk(self) -> None:
        at = self.image.file.url
        assert at.startswith("/media/original_images/")
        assert self.client.get(at).status_code == 302
        for member, status in ((self.alice, 404), (self.vera, 404), (self.sam, 200)):
            self.sign_in(member)
            assert self.get(at)[0].status_code == status

    def test_an_address_never_becomes_a_path(self) -> None:
        name = self.shown.file.name.removeprefix("images/")
        self.sign_in(self.sam)
        tricks = ["../secret_key", "..%2Fsecret_key", f"x/../{name}", "", ".", f"{name}%00", f"{name}/", name.upper()]
        for path in tricks:
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
            self.get(self.shown.url)
