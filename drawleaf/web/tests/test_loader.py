import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.backends.django import DjangoTemplates
from django.test import RequestFactory

from drawleaf.web.loader import Same, fold

ROOMS = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(
    str(path.relative_to(folder))
    for folder in ROOMS.glob("*/templates")
    for path in folder.rglob("*.html")
)


def backend(**options):
    more = {"context_processors": ["django.template.context_processors.request"]} | options
    plain = "loaders" not in options
    return DjangoTemplates({"NAME": "any", "DIRS": [], "APP_DIRS": plain, "OPTIONS": more})


PLAIN, KEEPING = backend(), backend(loaders=["drawleaf.web.loader.Loader"])


def shown(template) -> str:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    request.META["CSRF_COOKIE"] = "a" * 32
    return re.sub('value="[A-Za-z0-9]{64}"', "", template.render({}, request))


@pytest.mark.parametrize("name", TEMPLATES)
def test_keeping_what_is_the_same_changes_no_page(name):
    plain = shown(PLAIN.get_template(name))
    assert shown(KEEPING.get_template(name)) == plain
    assert shown(KEEPING.get_template(name)) == plain


@pytest.mark.parametrize(
    "words",
    [
        "{{ name }}",
        "{% translate name %}",
        "{% translate 'Today' as today %}",
        "{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}",
        "{% static name %}",
        "{% url 'leaf' record %}",
        "{% if name %}{{ name }}{% endif %}",
        "{% csrf_token %}",
    ],
)
def test_what_may_differ_is_never_kept(words):
    nodes = KEEPING.from_string("{% load i18n static %}" + words).template.nodelist
    fold(nodes, KEEPING.engine)
    assert not isinstance(nodes[-1], Same)
