from __future__ import annotations

from django.urls import path

from allies.answers import feeds
from allies.answers.views import comments, invitations, mine, others, posts

app_name = "answers"
urlpatterns = [
    path("", posts.answer_list, name="answer-list"),
    path("feed/", feeds.PublicAnswers(), name="feed"),
    path("topics/<slug:topic>/", posts.answer_list, name="topic-list"),
    path("comments/<int:key>/", others.comment_place, name="comment-place"),
    path("comments/<int:key>/edit/", comments.comment_edit, name="comment-edit"),
    path("comments/<int:key>/delete/", comments.comment_delete, name="comment-delete"),
    path("comments/<int:key>/remove/", comments.comment_remove, name="comment-remove"),
    path("comments/<int:key>/invite/", invitations.comment_invite, name="comment-invite"),
    path("comments/<int:key>/report/", others.comment_report, name="comment-report"),
    path("comments/<int:key>/mute/", others.comment_mute, name="comment-mute"),
    path("mine/", mine.mine, name="mine"),
    path("mine/<int:key>/appeal/", mine.outcome_appeal, name="outcome-appeal"),
    path("muted/", others.muted_list, name="muted-list"),
    path("muted/<int:key>/unmute/", others.muted_unmute, name="muted-unmute"),
    path("<slug:slug>/", posts.answer_detail, name="answer-detail"),
    path("<slug:slug>/comment/", comments.comment_create, name="comment-create"),
    path("<slug:slug>/draft/", comments.draft_keep, name="draft-keep"),
    path("<slug:slug>/follow/", posts.answer_follow, name="answer-follow"),
    path("<slug:slug>/unfollow/", posts.answer_unfollow, name="answer-unfollow"),
]
