"""The pages of one's notebook that this practice brings: the same texts for everybody."""

from django import template
from django.template.loader import render_to_string

from drawleaf.practices.foundations.content import foundations

register = template.Library()


@register.simple_tag
def foundations_pages():
    return render_to_string("foundations/notebook.html", {"foundations": foundations().values()})
