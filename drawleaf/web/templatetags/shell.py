"""What lies beneath every page, told by its own block in which place it stands; and names."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

from drawleaf.web.manifest import NAMES

register = template.Library()


@register.simple_block_tag
def beneath(content, is_known):
    """The five places, for one who is signed in, and what a page keeps at hand unseen."""
    return rendered(get_language(), content.strip(), bool(is_known))


@cache
def rendered(language, place, is_known):
    return render_to_string("web/beneath.html", {"place": place, "is_known": is_known})


@register.simple_tag
def names_of_app():
    return NAMES
