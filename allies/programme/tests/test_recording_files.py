from __future__ import annotations

import pytest

from allies.lib.source import SourceError
from allies.programme.models import Recording, WatchedTo
from allies.programme.tests.test_loading import LESSON, Folder

VIDEO = "::: video rain.mp4 Rain\ncaptions: rain.vtt\nposter: rain.jpg\ntranscript:\nIt rains.\n\nAnd rains.\n:::\n"
PATH = "modules/01-tea/03-rain.md"


class RecordingFiles(Folder):
    def setUp(self) -> None:
        super().setUp()
        self.write("media/rain.mp4", b"film")
        self.write("media/rain.vtt", "WEBVTT\n")
        self.write("media/rain.jpg", b"picture")
        self.lesson(VIDEO)

    def lesson(self, body: str) -> None:
        self.write(PATH, LESSON.format("rain").replace("One step.", body))

    def kept(self, part: str) -> bytes:
        with Recording.objects.get().part(part).open() as file:
            return bytes(file.read())

    def test_become_a_recording_that_the_lesson_plays(self) -> None:
        self.load()
        row = Recording.objects.get()
        assert (row.kind, row.title, row.transcript) == ("video", "Rain", "It rains.\n\nAnd rains.")
        assert [self.kept(name) for name in ("file", "captions", "poster")] == [b"film", b"WEBVTT\n", b"picture"]
        self.sign_in(self.alice)
        assert str(row.key) in self.client.get("/learn/tea/rain/").content.decode()

    def test_loading_again_copies_nothing(self) -> None:
        self.load()
        before = Recording.objects.get().file.name
        self.load()
        assert Recording.objects.get().file.name == before

    def test_mended_captions_keep_everybodys_position(self) -> None:
        self.load()
        WatchedTo.objects.create(member=self.alice, recording=Recording.objects.get(), seconds=42)
        self.write("media/rain.vtt", "WEBVTT\n\nmended")
        self.load()
        row = Recording.objects.get()
        assert self.kept("captions") == b"WEBVTT\n\nmended"
        assert WatchedTo.objects.of(self.alice).get().recording == row

    def test_a_film_of_the_same_length_is_still_another(self) -> None:
        self.load()
        self.write("media/rain.mp4", b"FILM")
        self.load()
        assert self.kept("file") == b"FILM"

    def test_refusals(self) -> None:
        self.write("secret.mp4", b"x")
        for body, reason in (
            (VIDEO.replace("rain.mp4", "none.mp4"), "file “none.mp4” is not in"),
            (VIDEO.replace("rain.mp4", "../secret.mp4"), "is not in"),
            (VIDEO.replace("rain.vtt", "none.vtt"), "captions “none.vtt” is not in"),
            (VIDEO.replace("captions: rain.vtt\n", ""), "a video captions"),
            (VIDEO.replace("It rains.\n\nAnd rains.\n", ""), "needs a transcript"),
            ("::: video rain.mp4\ncaptions: rain.vtt\ntranscript: x\n:::\n", "reads “::: video file.ext Title”"),
            ("::: audio\ntranscript: x\n:::\n", "reads “::: audio file.ext Title”"),
        ):
            self.lesson(body)
            with pytest.raises(SourceError) as caught:
                self.load()
            assert (caught.value.line, reason in caught.value.reason) == (9, True), caught.value
        assert not Recording.objects.exists()
