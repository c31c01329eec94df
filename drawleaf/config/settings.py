"""One arrangement for every server; what differs from home to home comes from the environment.

DRAWLEAF_VAR          folder for database and secrets (./var; installed: ~/.local/share/drawleaf)
DRAWLEAF_URL          the address people use, such as https://leaf.example (http://localhost)
DRAWLEAF_HOST_NAME    who runs this server, as said to everyone at sign-up
DRAWLEAF_OPEN_SIGNUP  1: anybody may sign up (for those who host many couples)
DATABASE_URL          PostgreSQL instead of the SQLite file
"""

import os
from urllib.parse import urlsplit

from drawleaf.web.headers import static_file

from .places import BASE_DIR, DATABASE, IS_PACKED, IS_SQLITE, SECRETS, STATIC, VAR
from .secrets import secret

ADDRESS = urlsplit(os.environ.get("DRAWLEAF_URL", "http://localhost"))
HTTPS = ADDRESS.scheme == "https"
HOST_NAME = os.environ.get("DRAWLEAF_HOST_NAME", "")
OPEN_SIGNUP = os.environ.get("DRAWLEAF_OPEN_SIGNUP") == "1"

DEBUG = False
SECRET_KEY = secret(SECRETS, "secret_key")
SITE_SALT_KEY = secret(SECRETS, "site_salt_key")
ALLOWED_HOSTS = [ADDRESS.hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "drawleaf.web",
    "drawleaf.envelopes",
    "drawleaf.people",
    "drawleaf.notebook",
    "drawleaf.table",
    "drawleaf.questions",
    "drawleaf.practices.foundations",
    "drawleaf.practices.goals",
    "drawleaf.practices.rituals",
    "drawleaf.practices.promises",
    "drawleaf.practices.barriers",
    "drawleaf.home",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "drawleaf.web.packed.Packed",
    "drawleaf.web.headers.PrivatePages",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "drawleaf.people.signing_in.SignedIn",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "drawleaf.web.refusals.PlainSentences",
]
ROOT_URLCONF = "drawleaf.config.urls"
WSGI_APPLICATION = "drawleaf.config.wsgi.application"
ASGI_APPLICATION = "drawleaf.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

DATABASES = {"default": DATABASE}
if IS_SQLITE:
    # What was deleted must be gone from the file, and what was acknowledged must outlive a
    # power cut: hence secure_delete and synchronous = FULL.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;",
    }
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["drawleaf.people.signing_in.LoginSecret"]
PASSWORD_HASHERS = ["drawleaf.people.signing_in.LoginSecretHasher"]
LOGIN_URL = "sign-in"

SESSION_ENGINE = "drawleaf.people.sessions"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [f"{ADDRESS.scheme}://{ADDRESS.netloc}"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
# Not "no-referrer": with it browsers send plain forms with the origin "null", which Django refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["drawleaf"],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 30

STATIC_URL = "static/"
STATIC_ROOT = STATIC
STATICFILES_DIRS = [] if IS_PACKED else [BASE_DIR / "var" / "front"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "drawleaf.config.static.Storage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = static_file

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"

# Errors go to stderr with their trace; requests, addresses and bodies go nowhere.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
    },
}
