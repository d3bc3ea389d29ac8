from __future__ import annotations

from django.urls import path

from allies.inbox.views import contact, notices, stop

app_name = "inbox"
urlpatterns = [
    path("inbox/", notices.notice_list, name="notice-list"),
    path("inbox/read/", notices.notice_read_all, name="notice-read-all"),
    path("inbox/<int:key>/open/", notices.notice_open, name="notice-open"),
    path("inbox/stop/<str:token>/", stop.mail_stop, name="mail-stop"),
    path("me/contact/", contact.contact, name="contact"),
    path("me/contact/test/", contact.contact_test, name="contact-test"),
]
