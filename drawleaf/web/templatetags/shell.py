"""The bar of five places, told by the page's own block which one it stands in."""

from django import template
from django.template.loader import render_to_string

register = template.Library()


@register.simple_block_tag
def bar(content):
    return render_to_string("web/bar.html", {"place": content.strip()})
