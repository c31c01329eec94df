"""What lies beneath every page, told by its own block in which place it stands; and names."""

from django import template
from django.template.loader import render_to_string

from drawleaf.web.manifest import NAMES

register = template.Library()


@register.simple_block_tag
def beneath(content, is_known):
    """The five places, for one who is signed in, and what a page keeps at hand unseen."""
    return render_to_string(
        "web/beneath.html", {"place": content.strip(), "is_known": bool(is_known)}
    )


@register.simple_tag
def names_of_app():
    return NAMES
