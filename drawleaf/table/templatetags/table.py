"""A leaf as a page carries it, for the browser to open."""

from html import escape

from django import template
from django.utils.safestring import SafeString

from drawleaf.table.models import Leaf

register = template.Library()


@register.simple_tag
def sealed(leaf: Leaf, words: str = "text") -> SafeString:
    """`words`: which member of the body stands here. Ids and numbers need no escaping."""
    return SafeString(
        f'<sealed-text data-couple="{leaf.couple_id}" data-author="{leaf.author_id}" '
        f'data-record="{leaf.record}" data-revision="{leaf.revision}" '
        f'data-collection="{escape(leaf.collection)}" data-field="{escape(leaf.field)}" '
        f'data-words="{escape(words)}" data-envelope="{leaf.sealed}"></sealed-text>'
    )
