from __future__ import annotations

from pathlib import Path

import allies.sqlite  # noqa: F401
from allies import env

ROOT = Path(__file__).resolve().parent.parent
DATA = env.folder("DATA", ROOT / "var")
CONTENT = env.folder("CONTENT", ROOT / "content")

# --- the site, as its operator names it
SITE_NAME = env.text("SITE_NAME", "Allies")
SITE_TITLE = env.text("SITE_TITLE", "Notes")  # in tabs and histories: never tells
ORIGIN = env.origin("ORIGIN", "http://127.0.0.1:8000")
EXIT_URL = env.text("EXIT_URL", "https://www.weather.gov/")
COUNTRY = env.text("COUNTRY", "US").upper()
DEMO = (DATA / "demo").exists()  # written by `allies load-demo`, which refuses a site that has members
DEBUG = env.flag("DEBUG")

SECURE = ORIGIN.startswith("https://")
SECRET_KEY = env.secret("SECRET_KEY", DATA / "secret_key")
ALLOWED_HOSTS = [*env.words("HOSTS"), ORIGIN.split("://")[-1].split("/")[0].rsplit(":", 1)[0], "127.0.0.1", "localhost"]
CSRF_TRUSTED_ORIGINS = [ORIGIN]

INSTALLED_APPS = [
    "allies.home",
    "allies.desk",
    "allies.answers",
    "allies.programme",
    "allies.notebook",
    "allies.moderation",
    "allies.audit",
    "allies.inbox",
    "allies.accounts",
    "allies.lib",
    "template_partials",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "wagtail.users",
    "wagtail.images",
    # Wagtail's desk names the documents' address on every page; nobody may use it, and nothing is served by it.
    "wagtail.documents",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "allies.lib.static.StaticFiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "allies.lib.headers.PrivacyHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "allies.lib.compress.CompressText",
    "allies.home.doors.Doors",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allies.accounts.last_seen.LastSeen",
    "allies.accounts.sign_in_first.SignInFirst",
    "allies.accounts.second_factor.SecondFactor",
    "allies.accounts.notes_door.NotesDoor",
    "allies.home.desk_door.DeskDoor",
]

ROOT_URLCONF = "allies.urls"
WSGI_APPLICATION = "allies.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "allies" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "allies.lib.shell.shell",
            ],
        },
    }
]

# --- data
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{DATA / 'allies.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {  # what all processes must share (rate limits); Valkey or Redis when there is one
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.text("REDIS_URL")}
    if env.text("REDIS_URL")
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # at Django's 300, a flood of made-up names would push the limits out
    }
}
CACHES["default"]["KEY_FUNCTION"] = "allies.lib.shared_cache.unreadable_key"

# --- members
AUTH_USER_MODEL = "accounts.Member"
AUTHENTICATION_BACKENDS = ["allies.accounts.backend.Members"]
PASSWORD_HASHERS = ["allies.accounts.hashers.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "allies.accounts.passphrase.PassphraseValidator"}]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/learn/"
LOGOUT_REDIRECT_URL = "/"

SESSION_ENGINE = "allies.accounts.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # unless a member ticks "stay signed in on this device"
SESSION_COOKIE_AGE = 14 * 24 * 3600

ACCOUNT_ADAPTER = "allies.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "pseudonym"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_FORMS = {
    "login": "allies.accounts.forms.sign_in.SignInForm",
    "reauthenticate": "allies.accounts.forms.sign_in.ConfirmForm",
}
ACCOUNT_RATE_LIMITS = {  # per address; "key" is one member's name, "user" who is signed in
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "signup": "30/h/ip",
    "recover": "10/10m/ip",
    "reauthenticate": "10/m/user",
    "manage_account": "20/h/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", 1 if env.flag("BEHIND_PROXY") else 0)

MFA_ADAPTER = "allies.accounts.second_factor_adapter.SecondFactorAdapter"
MFA_KEYS = env.words("MFA_KEY")  # the first seals, all open
DATA_KEYS = env.words("DATA_KEY")  # the same for members' own keys
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True  # e-mail plays no part in signing in
MFA_FORMS = {
    "authenticate": "allies.accounts.forms.second_step.CodeForm",
    "reauthenticate": "allies.accounts.forms.second_step.ConfirmCodeForm",
    "activate_totp": "allies.accounts.forms.second_step.SetUpAppForm",
    "add_webauthn": "allies.accounts.forms.passkeys.AddPasskeyForm",
    "edit_webauthn": "allies.accounts.forms.passkeys.NamePasskeyForm",
    "login_webauthn": "allies.accounts.forms.passkeys.SignInPasskeyForm",
    "authenticate_webauthn": "allies.accounts.forms.passkeys.SecondStepPasskeyForm",
    "reauthenticate_webauthn": "allies.accounts.forms.passkeys.ConfirmPasskeyForm",
}

# --- letters: that something waits, never what
globals().update(env.mail("EMAIL_URL"))
if DEMO and not env.text("EMAIL_URL"):
    EMAIL_BACKEND = "allies.lib.demo_mail.DemoMail"
EMAIL_TIMEOUT = 5  # seconds: the first try is made while a member waits for her page; run-due tries again
EMAIL_FROM = env.text("EMAIL_FROM")
DEFAULT_FROM_EMAIL = EMAIL_FROM or f"{SITE_TITLE} <no-reply@{ORIGIN.split('://')[-1].rsplit(':', 1)[0]}>"

# --- words and times
LANGUAGE_CODE = env.text("LANGUAGE", "en")
LANGUAGES = [("en", "English")]
if len(LANGUAGES) == 1:  # nothing to choose at every request
    MIDDLEWARE.remove("django.middleware.locale.LocaleMiddleware")
LOCALE_PATHS = [ROOT / "allies" / "locale"]
TIME_ZONE = env.zone("TIME_ZONE", "UTC")
USE_TZ = True
USE_I18N = True

# --- files
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [ROOT / "allies" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "allies.lib.stylesheet.JoinedStylesheetFinder",
]
MEDIA_ROOT = DATA / "media"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "allies.lib.pictures.Pictures"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "private", "base_url": None},
    },
    "staticfiles": {"BACKEND": "allies.lib.static.HashedFiles"},
}

# --- what leaves the browser, and what must not
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "allies.home.views.errors.csrf_failure"
SESSION_COOKIE_NAME = "__Host-notes" if SECURE else "notes"
CSRF_COOKIE_NAME = "__Host-form" if SECURE else "form"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 63072000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"  # no-referrer breaks POST forms in Chromium
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# --- what is written down: faults, never who looked where
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"level": "WARNING"},  # without Django's own handlers, which stay silent in production
        "django.request": {"level": "ERROR"},  # pages that were not found tell where somebody looked
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # anybody can send a wrong host
    },
}

# --- the staff's desk for pages
WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = ORIGIN
WAGTAILADMIN_LOGIN_URL = "/sign-in/"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # readers' addresses take small letters, digits and hyphens
WAGTAILADMIN_COMMENTS_ENABLED = False  # what a second reader says stands in the history, once, and not in letters
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "allies.home.approved.publish_approved"
WAGTAILIMAGES_IMAGE_FORM_BASE = "allies.home.forms.DescribedImageForm"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # nothing of another host in a page, and nobody asked about it
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
