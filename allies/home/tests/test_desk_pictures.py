from __future__ import annotations

import json

import pytest
from wagtail.images.models import Image
from wagtail.test.utils.form_data import nested_form_data, streamfield

from allies.answers.models import AnswerPage
from allies.home.tests.desk import DeskTestCase, as_form, make_answer
from allies.home.tests.pictures import a_picture, make_image
from allies.lib.blocks import Picture

# Wagtail leaves the temporary file of a new rendition to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


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
