"""Addresses of membership. allauth's views keep their own names; the ones that make no sense here have no address."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from allies.accounts.views import apart, erase, join, lock, me, my_data, sessions
from allies.accounts.views.second_steps import (
    AddPasskeyView,
    ConfirmByPasskeyView,
    SecondStepView,
    SetUpAppView,
    SignInByPasskeyView,
)

own = [
    path("recover/", join.recover, name="recover"),
    path("me/", me.me, name="me"),
    path("me/name/", me.name_change, name="name-change"),
    path("me/email/", me.email_change, name="email-change"),
    path("me/email/remove/", me.email_remove, name="email-remove"),
    path("me/passphrase/", me.passphrase_change, name="passphrase-change"),
    path("me/recovery-codes/", me.recovery_codes, name="recovery-codes"),
    path("me/apart/", apart.apart_list, name="apart-list"),
    path("me/apart/<uuid:key>/end/", apart.apart_end, name="apart-end"),
    path("me/erase/", erase.erase, name="erase"),
    path("me/lock/", lock.lock, name="lock"),
    path("me/lock/pin/remove/", lock.lock_pin_remove, name="lock-pin-remove"),
    path("me/lock/hide/", lock.notes_hide, name="notes-hide"),
    path("me/lock/hidden/", lock.notes_hidden, name="notes-hidden"),
    path("me/lock/open/", lock.notes_open_again, name="notes-open-again"),
    path("me/my-data/", my_data.my_data, name="my-data"),
    path("me/my-data/json/", my_data.my_data_json, name="my-data-json"),
    path("me/my-data/pdf/", my_data.my_data_pdf, name="my-data-pdf"),
    path("me/sessions/", sessions.session_list, name="session-list"),
    path("me/sessions/<int:pk>/end/", sessions.session_end, name="session-end"),
    path("me/sessions/end-others/", sessions.session_end_others, name="session-end-others"),
]
ME, DOOR = {"place": "me"}, {"place": "sign-in"}  # which of the main places a page belongs to
urlpatterns = [
    path("", include((own, "accounts"))),
    path("join/", join.join, name="account_signup"),
    path("sign-in/", account.LoginView.as_view(extra_context=DOOR), name="account_login"),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-in/second-step/", SecondStepView.as_view(extra_context=DOOR), name="mfa_authenticate"),
    path("sign-in/passkey/", SignInByPasskeyView.as_view(), name="mfa_login_webauthn"),
    path("sign-out/", login_not_required(account.logout), name="account_logout"),
    path("me/confirm/", account.ReauthenticateView.as_view(extra_context=ME), name="account_reauthenticate"),
    path("me/confirm/code/", second_step.ReauthenticateView.as_view(extra_context=ME), name="mfa_reauthenticate"),
    path("me/confirm/passkey/", ConfirmByPasskeyView.as_view(extra_context=ME), name="mfa_reauthenticate_webauthn"),
    path("me/second-step/", second_step.IndexView.as_view(extra_context=ME), name="mfa_index"),
    path("me/second-step/app/", SetUpAppView.as_view(extra_context=ME), name="mfa_activate_totp"),
    path("me/second-step/app/remove/", app.DeactivateTOTPView.as_view(extra_context=ME), name="mfa_deactivate_totp"),
    path("me/passkeys/", passkeys.ListWebAuthnView.as_view(extra_context=ME), name="mfa_list_webauthn"),
    path("me/passkeys/add/", AddPasskeyView.as_view(extra_context=ME), name="mfa_add_webauthn"),
    path("me/passkeys/<int:pk>/name/", passkeys.EditWebAuthnView.as_view(extra_context=ME), name="mfa_edit_webauthn"),
    path(
        "me/passkeys/<int:pk>/remove/",
        passkeys.RemoveWebAuthnView.as_view(extra_context=ME),
        name="mfa_remove_webauthn",
    ),
]
