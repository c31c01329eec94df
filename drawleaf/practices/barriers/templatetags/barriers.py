"""The exploration as the private pages carry it: the same for everybody, and answered nowhere."""

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString

from drawleaf.practices.barriers.content import SET, exploration

register = template.Library()


@register.simple_tag(name="exploration")
def carried() -> SafeString:
    return json_script({"set": SET, **exploration()}, "exploration")
