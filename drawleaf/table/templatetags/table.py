"""A leaf as a page carries it, for the browser to open."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from drawleaf.table.models import Leaf

register = template.Library()


@register.simple_tag
def sealed(leaf: Leaf, words: str = "text") -> SafeString:
    """`words`: which member of the body stands here."""
    return format_html(
        '<sealed-text data-couple="{}" data-author="{}" data-record="{}" data-revision="{}" '
        'data-collection="{}" data-field="{}" data-words="{}" data-envelope="{}"></sealed-text>',
        leaf.couple_id,
        leaf.author_id,
        leaf.record,
        leaf.revision,
        leaf.collection,
        leaf.field,
        words,
        leaf.sealed,
    )
