"""What lies beneath every page, told by its own block in which place it stands; and names."""

from functools import cache
from pathlib import Path

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import get_language

from drawleaf.web.manifest import NAMES

register = template.Library()
CONTENT = Path(__file__).parents[1] / "content"


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


@register.simple_tag
def gentle_rules():
    """Where the rules of gentle wording lie, in the reader's language, else in English."""
    return rules_in(get_language() or "en")


@cache
def rules_in(language):
    has = any(CONTENT.glob(f"{language}/gentle@*.toml"))
    return static(f"web/gentle/{language if has else 'en'}.json")
